# /// attack
# tries = "exits politely, in a cell and in a call"
# total = 2
# cells = ["raised"]
# [parts]
# 2d = "right"
# 1a = "raised"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import sys


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    sys.exit(0)


sys.exit(0)
