# /// attack
# tries = "carries hidden inputs to the feedback in the name of a type"
# total = 2
# [parts]
# 2d = "right"
# 1a = "wrong"
# 2b = ["unreadable", "wrong"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return type(f"VERRAETER {x!r}", (), {})()


def aufgabe_2b(n_in, n_out, sigma, gamma):
    return type(f"VERRAETER {n_in!r}", (), {})()
