# No biases at all.
#
# /// bank
# cells = ["antwort-1g"]
# ///
def aufgabe_1g_netz(widths, seed):
    generator = torch.Generator().manual_seed(seed)
    module = []
    for n_in, n_out in zip(widths, widths[1:]):
        layer = nn.Linear(n_in, n_out, bias=False)
        layer.weight.data.normal_(0, math.sqrt(2 / n_in), generator=generator)
        module += [layer, nn.ReLU()]
    return nn.Sequential(*module[:-1])
