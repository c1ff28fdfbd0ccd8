# /// attack
# tries = "objects that claim to be of another class"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import numpy as np


class Claims:
    def __init__(self, claimed):
        self.claimed = claimed

    __class__ = property(lambda self: self.claimed)
    shape = (1,)
    dtype = np.dtype(float)


served = iter([float, np.ndarray, bool, int, str, list, dict, tuple, complex, bytes] * 9)


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return Claims(next(served))


aufgabe_1d = aufgabe_1a
aufgabe_2b = Claims(str)
aufgabe_2f = Claims(float)
aufgabe_3b = Claims(list)
