# /// attack
# tries = "reads the memory of every process that it can see or guess"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %% shared bird

# %%
import os

for process in {*filter(str.isdecimal, os.listdir("/proc")), "1", "2", str(os.getppid()), "@PID@"}:
    try:
        print(process, scan(process))
    except OSError as error:
        print(process, error)
