# /// attack
# tries = "ends the process at once, in a cell with a line before and after"
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

kept = 1
os._exit(0)
