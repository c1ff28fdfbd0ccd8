# /// attack
# tries = "an array whose strides reach far beyond its memory"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["crashed", "memory_limit", "unreadable"]
# 1d = ["memory_limit", "unreadable"]
# 1c = ["wrong", "nan", "crashed"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import numpy as np
from numpy.lib.stride_tricks import as_strided


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return as_strided(np.zeros(1), shape=(1000, 1000), strides=(2**40, 2**30))


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    return as_strided(np.zeros(1), shape=(10**6, 10**6), strides=(0, 0))


def aufgabe_1c(x, w, b, sigma):
    return as_strided(np.zeros(1), shape=(len(w),), strides=(-8,)), np.zeros(len(w))[::-1]
