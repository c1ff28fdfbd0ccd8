# /// attack
# tries = "reads from address zero, in a cell and in a call"
# total = 2
# cells = ["cut"]
# [parts]
# 2d = "right"
# 1a = "crashed"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import ctypes


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return ctypes.string_at(0)


ctypes.string_at(0)
