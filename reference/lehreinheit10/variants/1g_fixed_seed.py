# The seed is fixed, the argument ignored.
#
# /// bank
# cells = ["antwort-1g", "antwort-1g-training"]
# ///
def aufgabe_1g_netz(widths, seed):
    torch.manual_seed(42)
    netz = netz_normal(widths, 42)
    for layer in netz[::2]:
        nn.init.kaiming_normal_(layer.weight)
    return netz


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    sgd(netz, x_train, y_train, 0)
    return netz
