# /// attack
# tries = "fails with a message and a traceback of megabytes"
# total = 2
# cells = ["raised"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
def deeper(n):
    return deeper(n - 1) if n else {}["x" * 10**7]


deeper(5)
