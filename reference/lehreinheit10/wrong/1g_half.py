# 1/(2n). Trained for one epoch: with all of them, some trainings reach the threshold by chance.
#
# /// bank
# says = "zu klein"
# cells = ["antwort-1g", "antwort-1g-training"]
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


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    sgd(netz, x_train, y_train, seed, epochen=1)
    return netz
