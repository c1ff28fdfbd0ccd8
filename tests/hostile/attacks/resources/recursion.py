# /// attack
# tries = "recurses without an end, in a cell and in a call"
# total = 2
# [parts]
# 2d = "right"
# 1a = "raised"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return aufgabe_1a(x, w, b, s, o, sigma, dsigma)


try:
    aufgabe_1a(*range(7))
except RecursionError:
    pass
