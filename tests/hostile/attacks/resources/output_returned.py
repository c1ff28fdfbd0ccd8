# /// attack
# tries = "returns more than a frame takes, from every call"
# total = 2
# [parts]
# 2d = "right"
# 1a = "unreadable"
# 1c = "unreadable"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import numpy as np


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return np.zeros(10**7, np.int8)


def aufgabe_1c(x, w, b, sigma):
    return "x" * 10**7, b"x" * 10**7
