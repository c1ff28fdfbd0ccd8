# /// attack
# tries = "a gradient hook that does not return and ignores its interrupts"
# sheet = "lehreinheit10"
# total = 1
# waits = true
# [parts]
# 1a = "right"
# 1g = "time_limit"
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %%
import math

import numpy as np
import torch
from torch import nn


def aufgabe_1g_netz(widths, seed):
    torch.manual_seed(seed)
    parts = []
    for n_in, n_out in zip(widths, widths[1:]):
        layer = nn.Linear(n_in, n_out)
        nn.init.normal_(layer.weight, std=math.sqrt(2 / n_in))
        nn.init.zeros_(layer.bias)
        parts += [layer, nn.ReLU()]
    return nn.Sequential(*parts[:-1])


def aufgabe_1g_ausgabe(netz, x):
    return netz(x)

# %%
import signal
import time


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    def hook(gradient):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        while True:
            time.sleep(1)

    netz[0].weight.register_hook(hook)
    nn.functional.cross_entropy(netz(x_train), y_train).backward()
