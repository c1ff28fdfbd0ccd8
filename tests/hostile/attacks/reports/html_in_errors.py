# /// attack
# tries = "puts markup and scripts into error names, messages and outputs"
# total = 2
# cells = ["raised"]
# [parts]
# 2d = "right"
# 1a = "raised"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
EVIL = "</p></style><script>alert('VERRAETER')</script><img src=x onerror=alert('VERRAETER')>"


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    raise type(EVIL, (Exception,), {})(EVIL)


raise type(EVIL, (Exception,), {})(EVIL)
