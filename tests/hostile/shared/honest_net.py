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
