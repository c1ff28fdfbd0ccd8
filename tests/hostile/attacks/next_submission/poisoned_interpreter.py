# /// attack
# tries = "changes modules, built-ins and state that a warm interpreter shares"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import builtins
import random
import sys

import numpy as np

np.dot = np.matmul = np.prod = lambda *_, **__: 42.0
builtins.sum = builtins.abs = lambda *_, **__: 42.0
sys.modules["math"] = None
sys.meta_path.insert(0, type("Finder", (), {"find_spec": lambda *_: 1 / 0})())
random.seed = lambda *_: None
np.random.seed(0)
