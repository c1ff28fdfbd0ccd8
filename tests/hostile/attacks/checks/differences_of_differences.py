# /// attack
# tries = "hands in difference quotients of other answers as derivatives"
# total = 2
# [parts]
# 2d = "right"
# 1a = "wrong"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import numpy as np


def kette(x, w, b, sigma):
    for i in range(1, len(w)):
        x = sigma(w[i] * x + b[i])
    return x


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    more, less = w.copy(), w.copy()
    more[1] += 1e-5
    less[1] -= 1e-5
    return (kette(x, more, b, sigma) - kette(x, less, b, sigma)) / 2e-5
