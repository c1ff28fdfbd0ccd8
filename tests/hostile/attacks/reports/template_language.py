# /// attack
# tries = "writes what template engines and format strings would execute"
# total = 2
# cells = ["raised"]
# [parts]
# 2d = "right"
# 1a = "raised"
# 2b = "unreadable"
# 2f = ["unreadable", "wrong"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
EVIL = "{{ 7331*7333 }} {% for x in ''.__class__.__mro__ %} {0.__class__} {name} %s %(x)s ${7331*7333} {n}{{"


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    raise type(EVIL, (Exception,), {})(EVIL)


aufgabe_2b = EVIL
aufgabe_2f = "{n_in}*{0}"
raise type(EVIL, (Exception,), {})(EVIL)
