# 1/(2n).
#
# /// bank
# says = "zu klein"
# cells = ["antwort-1g"]
# outcome = "wrong"
# points = 0
# ///
def aufgabe_1g_netz(widths, seed):
    generator = torch.Generator().manual_seed(seed)
    module = []
    for n_in, n_out in zip(widths, widths[1:]):
        layer = nn.Linear(n_in, n_out)
        with torch.no_grad():
            layer.weight.normal_(0, math.sqrt(0.5 / n_in), generator=generator)
            layer.bias.zero_()
        module += [layer, nn.ReLU()]
    return nn.Sequential(*module[:-1])
