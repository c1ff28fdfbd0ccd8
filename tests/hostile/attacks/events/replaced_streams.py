# /// attack
# tries = "closes and replaces standard streams and descriptors"
# total = 2
# cells = ["raised", "ok"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import io
import os
import sys

print("before")
sys.stdout = sys.stderr = sys.__stdout__ = io.StringIO()
sys.displayhook = None
os.close(0)
os.close(1)
os.close(2)
print("after")
1
