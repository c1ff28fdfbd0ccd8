# /// attack
# tries = "fills the memory with Python objects"
# total = 2
# [parts]
# 2d = "right"
# 1a = "memory_limit"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    kept = []
    while True:
        kept.append(bytes(10_000))
