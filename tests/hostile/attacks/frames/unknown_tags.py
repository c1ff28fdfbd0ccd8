# /// attack
# tries = "extension types that the table does not have, and msgpack's own"
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
for tag in (0, 9, 100, -1, -128):
    send(b"\xd4" + tag.to_bytes(1, "big", signed=True) + b"\x00")
