# /// attack
# tries = "texts of a hundred million characters as values, formulas and messages"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["unreadable", "memory_limit"]
# 1d = "raised"
# 2b = "unreadable"
# 2f = ["unreadable"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
long = "x" * 100_000_000


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return long


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    raise ValueError(long)


aufgabe_2b = long
aufgabe_2f = lambda *_: "n_in*" * 100_000
