# A 0-d tensor.
import torch


def aufgabe_2e(n_in, n_out, sigma, gamma):
    return torch.zeros(n_out, n_out).mean() * sigma
