# /// attack
# tries = "fills shared memory, which no limit of one process counts"
# total = 2
# cells = ["cut", "raised"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import mmap
import time

kept = []
while len(kept) < 30:
    kept.append(mmap.mmap(-1, 32 << 20))
    kept[-1].write(b"x" * (32 << 20))
time.sleep(0.2)
