# /// attack
# tries = "no skip in 1c, and the derivative without a skip copied to 1d"
# total = 2
# [parts]
# 2d = "right"
# 1c = "wrong"
# 1d = "wrong"
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
    return s, o


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    return x * dsigma(s[1]) * np.prod([w[i] * dsigma(s[i]) for i in range(2, len(w))])
