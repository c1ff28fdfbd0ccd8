# /// attack
# tries = "raises KeyboardInterrupt and MemoryError itself, to look like a limit"
# total = 2
# cells = ["raised"]
# [parts]
# 2d = "right"
# 1a = "raised"
# 1d = "raised"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    raise KeyboardInterrupt


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    raise GeneratorExit


raise KeyboardInterrupt
