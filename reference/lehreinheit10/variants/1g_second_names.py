# The accepted second names.
#
# /// bank
# cells = ["antwort-1g", "antwort-1g-training", "antwort-1g-ausgabe"]
# ///
def netz_bauen(widths, seed):
    generator = torch.Generator().manual_seed(seed)
    module = []
    for n_in, n_out in zip(widths, widths[1:]):
        layer = nn.Linear(n_in, n_out)
        with torch.no_grad():
            layer.weight.normal_(0, math.sqrt(2 / n_in), generator=generator)
            layer.bias.zero_()
        module += [layer, nn.ReLU()]
    return nn.Sequential(*module[:-1])


def netz_trainieren(netz, x_train, y_train, x_test, y_test, seed):
    sgd(netz, x_train, y_train, seed)
    return netz


def netz_ausgabe(netz, x):
    return netz(x)
