# /// attack
# tries = "announces a frame of 4 GiB"
# total = 2
# cells = ["cut"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %% shared border

# %%
frame = b"\xff" * 4 + b"x" * 1000
os.write(border(), frame)
