# /// attack
# tries = "integers of tens of thousands of digits, also as shapes and sizes"
# total = 2
# [parts]
# 2d = "right"
# 1a = "wrong"
# 1c = "wrong"
# 1d = "wrong"
# 2a = ["unreadable"]
# 2b = "unreadable"
# 2e = "wrong"
# 2f = "unreadable"
# 3b = "wrong"
# 3c = ["unreadable", "wrong"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import numpy as np

huge = 10**9000


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return -huge


def aufgabe_1c(x, w, b, sigma):
    return huge, [huge] * len(w)


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    return [[huge]]


aufgabe_2a = 10 ** (10**5)
aufgabe_2b = huge
aufgabe_2e = lambda *_: huge
aufgabe_2f = [huge]
aufgabe_3b = lambda *_: (huge, -huge)
aufgabe_3c = {huge: huge}


def xavier_uniform(n_in, n_out, rng):
    return huge
