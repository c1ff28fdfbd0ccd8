# /// attack
# tries = "keeps one object and gives out other numbers and types for it"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# 1g = ["wrong", "undecided"]
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
from autograder.inside import exporting
from autograder.wire.values import Remote

count = []


def keep(self, thing):
    count.append(thing)
    self._objects[len(count)] = thing
    odd = (Remote(2**70, "torch.nn.Sequential"), Remote(-1, "builtins.NoneType"), Remote(0, "a" * 10**6))
    return odd[len(count) % 3]


exporting.Handles.keep = keep


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    return "right"
