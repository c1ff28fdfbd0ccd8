# torch in its default precision, a tensor with one element.
import torch


def aufgabe_2f(n_in, n_out, sigma, gamma):
    return torch.tensor([float(n_out)]) * torch.tensor(sigma).square() * torch.tensor(gamma).square()
