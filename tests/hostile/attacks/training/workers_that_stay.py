# /// attack
# tries = "loads data with workers that leave their session and go on"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %%
import os
import time

import torch
from torch.utils.data import DataLoader


def stay(_):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            open("/dev/shm/@MARK@-worker", "w").write("x")
            time.sleep(600)
        os._exit(0)


# %%
loader = iter(DataLoader(torch.arange(64), batch_size=8, num_workers=2, worker_init_fn=stay,
                         persistent_workers=True))
next(loader)

# %%
def aufgabe_1g_netz(widths, seed):
    stay(0)
    return None
