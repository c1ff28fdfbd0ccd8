# /// attack
# tries = "yields parameters for ever"
# sheet = "lehreinheit10"
# total = 1
# waits = true
# [parts]
# 1a = "right"
# 1g = ["undecided", "time_limit", "memory_limit"]
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %%
import math

import numpy as np
import torch
from torch import nn


def plain(widths, seed):
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
class Netz(nn.Sequential):
    def named_parameters(self, *_, **__):
        while True:
            yield "weight", torch.ones(2**19)



def aufgabe_1g_netz(widths, seed):
    return Netz(*plain(widths, seed))


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    return netz
