# /// attack
# tries = "carries hidden inputs to the feedback as strings, bytes and keys"
# total = 0
# [parts]
# 1a = ["wrong", "unreadable"]
# 1c = "wrong"
# 2b = "unreadable"
# 3b = "unreadable"
# 2d = "wrong"
# ///

# %%
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return f"VERRAETER {x!r}"


def aufgabe_1c(x, w, b, sigma):
    return {f"VERRAETER {x!r}": 1}


def aufgabe_2b(n_in, n_out, sigma, gamma):
    return f"VERRAETER {n_in}".encode()


def aufgabe_3b(n_in, n_out, sigma, gamma):
    return [f"VERRAETER {n_in}", f"VERRAETER {n_out}"]


def aufgabe_2d(W, x, grad_y):
    return [f"VERRAETER {W!r}"]
