# /// attack
# tries = "raises the limit and recurses until the C stack ends"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["crashed", "memory_limit", "raised"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import sys


class Deep:
    def __repr__(self):
        return repr(self)


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    sys.setrecursionlimit(10**9)
    return repr(Deep())
