# /// attack
# tries = "a reply whose kind and number are arrays, which no == compares"
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
import numpy as np

from autograder.wire.values import encode

send(encode({"n": np.arange(5), "k": np.array(["ran"] * 5).astype("U")}))
