# /// attack
# tries = "writes terminal sequences into outputs, errors and names"
# total = 2
# cells = ["raised"]
# [parts]
# 2d = "right"
# 1a = "raised"
# 2b = "unreadable"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
EVIL = "\x1b]0;VERRAETER\x07\x1b[2J\x1b[31m\x9b31m\x1b]8;;http://x\x07x\x1bP\x1b\\\r\x08"
print(EVIL)


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    raise type(EVIL, (Exception,), {})(EVIL)


aufgabe_2b = EVIL
raise type(EVIL, (Exception,), {})(EVIL)
