# /// attack
# tries = "a forward pass of one activation, whose derivative is read off"
# total = 2
# [parts]
# 2d = "right"
# 1c = "wrong"
# 1d = "undecided"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import numpy as np


def aufgabe_1c(x, w, b, sigma):
    s, o = np.full(len(w), np.nan), np.full(len(w), np.nan)
    o[0] = x
    for i in range(1, len(w)):
        s[i] = w[i] * o[i - 1] + b[i]
        o[i] = sigma(s[i])
    s[-1] = w[1:] @ np.linspace(1, 2, len(w) - 1) * 0.1 + x * w[1]
    o[-1] = sigma(s[-1])
    return s, o


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    return dsigma(s[-1]) * (x + 0.1)
