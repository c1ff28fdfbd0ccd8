# /// attack
# tries = "fills the memory with arrays, in a cell and in a call"
# total = 2
# cells = ["raised"]
# [parts]
# 2d = "right"
# 1a = "memory_limit"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import numpy as np


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return np.ones(2**26)


aufgabe_1a(*range(7))
