# Batch normalisation between the layers.
#
# /// bank
# says = "Normierung"
# cells = ["antwort-1g"]
# outcome = "wrong"
# points = 0
# ///
def aufgabe_1g_netz(widths, seed):
    generator = torch.Generator().manual_seed(seed)
    module = []
    for n_in, n_out in zip(widths, widths[1:]):
        layer = nn.Linear(n_in, n_out)
        layer.weight.data.normal_(0, math.sqrt(2 / n_in), generator=generator)
        layer.bias.data.zero_()
        module += [layer, nn.BatchNorm1d(n_out), nn.ReLU()]
    return nn.Sequential(*module[:-2])
