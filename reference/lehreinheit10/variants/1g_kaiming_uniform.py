# nn.init.kaiming_uniform_ with the gain of the ReLU.
#
# /// bank
# cells = ["antwort-1g"]
# ///
def aufgabe_1g_netz(widths, seed):
    torch.manual_seed(seed)
    netz = netz_normal(widths, seed)
    for layer in netz:
        if isinstance(layer, nn.Linear):
            nn.init.kaiming_uniform_(layer.weight, a=0.0, nonlinearity="relu")
    return netz
