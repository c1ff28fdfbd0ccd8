# /// attack
# tries = "announces more bytes than it sends, then says no more"
# total = 2
# waits = true
# cells = ["cut"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %% shared border

# %%
frame = (1000).to_bytes(4, "little") + b"x" * 10
os.write(border(), frame)
