# Two 0-d tensors in torch's default precision.
#
# /// bank
# cells = ["antwort-3c"]
# ///
import torch


def aufgabe_3c(n_in, n_out, sigma, gamma):
    b = torch.sqrt(torch.tensor(6.0 / (n_in + n_out)))
    return -b, b
