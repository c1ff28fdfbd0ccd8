# /// attack
# tries = "fills the memory with tensors"
# total = 2
# cells = ["raised"]
# [parts]
# 2d = "right"
# 1a = "memory_limit"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import torch


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return torch.ones(10**6, 1000).sum()


torch.ones(10**6, 1000)
