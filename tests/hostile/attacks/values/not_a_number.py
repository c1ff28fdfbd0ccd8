# /// attack
# tries = "NaN in every disguise"
# total = 2
# [parts]
# 2d = "right"
# 1a = "nan"
# 1c = "nan"
# 2b = ["wrong", "unreadable", "undecided"]
# 2f = "wrong"
# 3b = "wrong"
# 3c = ["nan", "wrong", "unreadable"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import numpy as np
import torch

nan = float("nan")


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return nan


def aufgabe_1c(x, w, b, sigma):
    return np.full(len(w), nan), torch.full((len(w),), nan)


aufgabe_2b = nan
aufgabe_2f = lambda *_: complex(nan, 0)
aufgabe_3b = lambda *_: (nan, np.float16(nan))
aufgabe_3c = (None, nan)


def xavier_uniform(n_in, n_out, rng):
    return np.full((n_out, n_in), nan)
