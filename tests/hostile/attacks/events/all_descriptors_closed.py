# /// attack
# tries = "closes every descriptor, also those it does not know"
# total = 2
# cells = ["cut"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os

os.closerange(0, 1024)
