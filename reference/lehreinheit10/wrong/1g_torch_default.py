# The initialisation of nn.Linear is left as it is.
#
# /// bank
# says = "torch von sich aus"
# cells = ["antwort-1g"]
# outcome = "wrong"
# points = 0
# ///
def aufgabe_1g_netz(widths, seed):
    torch.manual_seed(seed)
    module = []
    for n_in, n_out in zip(widths, widths[1:]):
        module += [nn.Linear(n_in, n_out), nn.ReLU()]
        module[-2].bias.data.zero_()
    return nn.Sequential(*module[:-1])
