# /// attack
# tries = "meta, sparse, quantized, complex, nested and half tensors as answers"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# 1c = ["raised", "wrong", "unreadable"]
# 2a = ["raised", "wrong", "unreadable"]
# 2e = ["raised", "wrong", "unreadable"]
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %%
import torch


def aufgabe_1c(netz, x):
    return torch.zeros(len(netz) // 2 + 1, 2, device="meta")


def aufgabe_2a(vorher, nachher):
    return torch.quantize_per_tensor(torch.ones(len(vorher) // 2 + 1), 0.1, 0, torch.qint8)


def aufgabe_2e_normieren(z):
    return torch.complex(z, z).to_sparse()


def aufgabe_2e_muster(netz, x, normiert):
    return torch.nested.nested_tensor([torch.zeros(2), torch.zeros(3)])


def aufgabe_2e_regionen(netz, x, normiert):
    return torch.tensor([3.0]).to(torch.float8_e5m2)
