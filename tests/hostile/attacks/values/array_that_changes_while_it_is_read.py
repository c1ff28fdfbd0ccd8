# /// attack
# tries = "a thread writes into the returned array and list all the time"
# total = 2
# [parts]
# 2d = "right"
# 1a = "wrong"
# 1c = ["wrong", "raised", "unreadable"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import threading

import numpy as np

shared = np.zeros(20_000)
growing = [0.0]


def work():
    while True:
        shared[:] = np.random.rand()
        growing.append(1.0)
        del growing[:-1000]


threading.Thread(target=work, daemon=True).start()


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return shared


def aufgabe_1c(x, w, b, sigma):
    return growing, shared
