# /// attack
# tries = "a map of a million entries"
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

body = b"".join(msgpack.packb(number) + b"\xc0" for number in range(1_000_000))
send(b"\xdf" + (1_000_000).to_bytes(4, "big") + body)
