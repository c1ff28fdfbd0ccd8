# /// attack
# tries = "lets a called function fill the disk and fail"
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
    with open("@MARK@", "wb") as file:
        for _ in range(1000):
            file.write(bytes(1 << 20))
