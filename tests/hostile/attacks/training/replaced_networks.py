# /// attack
# tries = "patches what makes the networks that are handed in"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# 1c = "wrong"
# 2a = ["wrong", "nan", "raised"]
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %%
import torch
from torch import nn

from autograder.inside import constructors

linear, made = nn.Linear, []


def same(*_):
    if not made:
        made.append(nn.Sequential(linear(2, 3), nn.ReLU(), linear(3, 2)))
    return made[0]


nn.Linear.forward = lambda self, x: torch.zeros(len(x), self.out_features)
constructors.CONSTRUCTORS["mlp"] = same


def aufgabe_1c(netz, x):
    return [[0.0, 1.0]] * 2


def aufgabe_2a(vorher, nachher):
    return [0.0, 0.0] if vorher is nachher else [1.0, 1.0]
