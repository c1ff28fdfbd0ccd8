# /// attack
# tries = "a Tensor with __torch_function__ and __torch_dispatch__ of its own"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# 1c = ["raised", "wrong", "unreadable"]
# 2e = ["raised", "wrong", "unreadable"]
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %%
import torch


class Right(torch.Tensor):
    @staticmethod
    def __new__(cls, shape=(3, 2)):
        return torch.Tensor._make_wrapper_subclass(cls, shape)

    @classmethod
    def __torch_dispatch__(cls, function, types, args=(), kwargs=None):
        return cls()

    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return True

    def __eq__(self, other):
        return True

    def detach(self):
        return self

    cpu = resolve_conj = resolve_neg = to_dense = detach

    def numpy(self):
        return self


def aufgabe_1c(netz, x):
    return Right((len(netz) // 2 + 1, 2))


def aufgabe_2e_normieren(z):
    return Right(tuple(z.shape))


def aufgabe_2e_muster(netz, x, normiert):
    return [[Right(())] * 4] * len(x)


def aufgabe_2e_regionen(netz, x, normiert):
    return Right(())
