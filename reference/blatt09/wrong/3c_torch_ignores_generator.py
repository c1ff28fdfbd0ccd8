# torch's initialiser without a generator.
#
# /// bank
# says = "Der übergebene wird nicht benutzt"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
import torch


def xavier_uniform(n_in, n_out, rng):
    return torch.nn.init.xavier_uniform_(torch.empty(n_out, n_in))
