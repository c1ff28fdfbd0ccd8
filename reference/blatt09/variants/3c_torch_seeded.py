# torch's own initialiser with a generator seeded from the given one.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
import torch


def xavier_uniform(n_in, n_out, rng):
    eigener = torch.Generator().manual_seed(int(rng.integers(2**62)))
    W = torch.empty(n_out, n_in)
    return torch.nn.init.xavier_uniform_(W, generator=eigener)
