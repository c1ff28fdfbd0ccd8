# /// attack
# tries = "leaves children that nobody waits for"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os

for _ in range(20):
    if os.fork() == 0:
        os._exit(0)
