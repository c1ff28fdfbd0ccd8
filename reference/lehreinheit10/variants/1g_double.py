# Everything in double precision.
#
# /// bank
# cells = ["antwort-1g", "antwort-1g-training", "antwort-1g-ausgabe"]
# ///
def aufgabe_1g_netz(widths, seed):
    netz = netz_normal(widths, seed).double()
    for layer in netz[::2]:
        layer.weight.data *= math.sqrt(2 / layer.in_features)
    return netz


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    sgd(netz, x_train.double(), y_train, seed)
    return netz


def aufgabe_1g_ausgabe(netz, x):
    return netz(x.double())
