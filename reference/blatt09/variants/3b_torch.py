# A tensor in torch's default precision.
import torch


def aufgabe_3b(n_in, n_out, sigma, gamma):
    return torch.tensor([0.0, 2.0]) / torch.tensor([1.0, n_in + n_out])
