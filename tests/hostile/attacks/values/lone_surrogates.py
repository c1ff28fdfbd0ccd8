# /// attack
# tries = "half characters in texts, names, keys and messages"
# total = 2
# cells = ["raised"]
# [parts]
# 2d = "right"
# 1a = "raised"
# 1d = "wrong"
# 2a = "unreadable"
# 2b = "unreadable"
# 2e = "unreadable"
# 2f = "unreadable"
# 3b = "unreadable"
# 3c = ["unreadable", "wrong"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
half = chr(0xD800)


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    raise ValueError(half)


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    return {half: half}


aufgabe_2a = half
aufgabe_2b = "n_in*" + half
aufgabe_2e = lambda *_: half
aufgabe_2f = repr(half)
aufgabe_3b = (half, half)
aufgabe_3c = lambda *_: [half, 1.0]
globals()[half] = 1
print(half)
raise type(half, (Exception,), {})(half)
