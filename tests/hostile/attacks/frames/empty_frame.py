# /// attack
# tries = "sends a frame of no bytes"
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
frame = bytes(4)
os.write(border(), frame)
