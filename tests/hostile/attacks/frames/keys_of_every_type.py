# /// attack
# tries = "a reply whose keys are tuples, floats, NaN and None"
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
from autograder.wire.values import encode

nan = float("nan")
send(encode({None: 1, 1.5: 2, nan: 3, (1, (2, nan)): 4, True: 5, "n": 6}))
