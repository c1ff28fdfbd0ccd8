# /// attack
# tries = "patches numpy and math inside so that every comparison is true"
# total = 2
# [parts]
# 2d = "right"
# 1a = "wrong"
# 3c = "wrong"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import math

import numpy as np

np.isfinite = np.allclose = np.isclose = np.array_equal = np.all = lambda *_, **__: True
np.abs = np.subtract = lambda *_, **__: 0.0
math.isclose = lambda *_, **__: True


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return 1.0


def xavier_uniform(n_in, n_out, rng):
    return np.zeros((n_out, n_in))


aufgabe_3c = lambda *_: (0.0, 0.0)
