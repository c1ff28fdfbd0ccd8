# A 0-d tensor.
import torch


def aufgabe_2a(n_in, n_out, sigma, gamma):
    return torch.zeros(n_in, n_in).mean() * sigma
