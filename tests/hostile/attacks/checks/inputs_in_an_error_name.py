# /// attack
# tries = "carries hidden inputs to the feedback in the name of an exception"
# total = 2
# [parts]
# 2d = "right"
# 1a = "raised"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    raise type(f"VERRAETER {x!r}", (Exception,), {})(f"VERRAETER {w!r}")
