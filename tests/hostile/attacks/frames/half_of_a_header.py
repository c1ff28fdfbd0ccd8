# /// attack
# tries = "sends two bytes of a header"
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
frame = b"\x01\x00"
os.write(border(), frame)
