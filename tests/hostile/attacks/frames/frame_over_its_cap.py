# /// attack
# tries = "a valid frame one byte larger than a frame may be"
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
def send(data):
    whole = len(data).to_bytes(4, "little") + data
    while whole:
        whole = whole[os.write(border(), whole) :]

# %%
send(b"\xc6" + (4 * 2**20 - 4).to_bytes(4, "big") + bytes(4 * 2**20 - 4))
