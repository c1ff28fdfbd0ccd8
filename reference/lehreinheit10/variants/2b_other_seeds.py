# Another seed for every run.
#
# /// bank
# cells = ["antwort-2b"]
# ///
def he_netz(widths, seed):
    netz = netz_normal(widths, seed)
    for layer in netz[::2]:
        layer.weight.data *= math.sqrt(2 / layer.in_features)
    return netz


def lauf(netz, x_train, y_train, x_test, y_test, seed):
    sgd(netz, x_train, y_train, seed)
    return loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test)


def aufgabe_2b(tiefen, x_train, y_train, x_test, y_test, seed):
    return np.array(
        [
            lauf(he_netz(breiten(int(tiefe)), seed + n), x_train, y_train, x_test, y_test, seed + n)
            for n, tiefe in enumerate(tiefen)
        ]
    )
