# /// attack
# tries = "an array on a mapping that a child process keeps writing to"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["wrong", "not_found"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import mmap
import os

import numpy as np

memory = mmap.mmap(-1, 8 * 1000)
array = np.frombuffer(memory)
if os.fork() == 0:
    while True:
        array[:] = 1.0
        array[:] = 0.0


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return array
