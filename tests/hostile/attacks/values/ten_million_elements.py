# /// attack
# tries = "lists of ten million elements, more than a frame holds"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["unreadable", "memory_limit"]
# 1c = ["unreadable", "wrong"]
# 3b = ["wrong", "unreadable"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return [0.5] * 10_000_000


def aufgabe_1c(x, w, b, sigma):
    return [None] * 3_000_000, [[]] * 60_000


aufgabe_3b = [0] * 10_000_000
