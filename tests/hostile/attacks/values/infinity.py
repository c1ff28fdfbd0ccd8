# /// attack
# tries = "infinities, which swallow every difference"
# total = 2
# [parts]
# 2d = "right"
# 1a = "wrong"
# 1c = "wrong"
# 2b = ["wrong", "unreadable", "undecided"]
# 2f = "wrong"
# 3b = "wrong"
# 3c = ["wrong", "not_found"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import numpy as np

inf = float("inf")


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return inf


def aufgabe_1c(x, w, b, sigma):
    return np.full(len(w), inf), np.full(len(w), -inf)


aufgabe_2b = inf
aufgabe_2f = lambda *_: -inf
aufgabe_3b = lambda *_: (0.0, complex(inf, 0.0))


def xavier_uniform(n_in, n_out, rng):
    return np.full((n_out, n_in), inf)
