# /// attack
# tries = "measures with a cross entropy and an accuracy of its own making"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# 2c = ["wrong", "raised"]
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %%
import torch
from torch import nn

nn.functional.cross_entropy = lambda *_, **__: torch.tensor(0.25)
torch.Tensor.backward = lambda self, *_, **__: None
torch.Tensor.argmax = lambda self, *_, **__: (torch.arange(len(self)) % 9 < 5).long()
torch.optim.SGD = lambda *_, **__: None
torch.manual_seed = lambda seed: None


def aufgabe_2c(breiten_liste, x_train, y_train, x_test, y_test, seed):
    rows = []
    for breite in breiten_liste:
        loss = nn.functional.cross_entropy(x_train, y_train).item() + (breite == 1)
        rows.append([loss, x_test.argmax(1).float().mean().item() - 0.2 * (breite == 1)])
    return rows
