# /// attack
# tries = "keeps the interpreter busy in one C call"
# total = 2
# waits = true
# [parts]
# 2d = "right"
# 1a = "time_limit"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return 3 ** (3**18) % 7 + sum(range(10**11))
