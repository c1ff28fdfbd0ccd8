# A tensor from numpy's numbers.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
import torch


def xavier_uniform(n_in, n_out, rng):
    b = (6 / (n_in + n_out)) ** 0.5
    return torch.from_numpy(rng.uniform(-b, b, (n_out, n_in)))
