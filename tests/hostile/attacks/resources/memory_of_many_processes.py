# /// attack
# tries = "shares the memory out among children that each stay below the limit"
# total = 2
# cells = ["cut"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os
import time

for _ in range(8):
    if os.fork() == 0:
        kept = bytearray(100 << 20)
        for at in range(0, len(kept), 4096):
            kept[at] = 1
        time.sleep(60)
time.sleep(1.5)
