# /// attack
# tries = "throws noise at the border"
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
frame = os.urandom(4096)
os.write(border(), frame)
