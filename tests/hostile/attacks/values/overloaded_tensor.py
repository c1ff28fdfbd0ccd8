# /// attack
# tries = "a Tensor that intercepts every torch function"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["wrong", "raised"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import torch


class Right(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return torch.ones(4).sum() == 4


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return torch.ones(()).as_subclass(Right)
