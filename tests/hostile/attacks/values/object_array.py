# /// attack
# tries = "arrays of Python objects, also with the answer to everything in them"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["wrong", "unreadable"]
# 1c = ["unreadable", "wrong"]
# 1d = ["wrong", "unreadable"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import numpy as np


class Always:
    def __eq__(self, other):
        return True


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return np.array(Always(), dtype=object)


def aufgabe_1c(x, w, b, sigma):
    odd = np.empty(len(w), dtype=object)
    odd[:] = [odd] * len(w)
    return odd, odd


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    return np.array([None, "1", 1.0, b"1"], dtype=object)
