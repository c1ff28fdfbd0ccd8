# Only the first layer is initialised by 1f.
#
# /// bank
# says = "erste Layer"
# cells = ["antwort-1g"]
# outcome = "wrong"
# points = 0
# ///
def aufgabe_1g_netz(widths, seed):
    torch.manual_seed(seed)
    module = []
    for n_in, n_out in zip(widths, widths[1:]):
        layer = nn.Linear(n_in, n_out)
        layer.bias.data.zero_()
        if not module:
            nn.init.kaiming_normal_(layer.weight)
        module += [layer, nn.ReLU()]
    return nn.Sequential(*module[:-1])
