# Trained in double precision.
#
# /// bank
# cells = ["antwort-2b"]
# ///
def he_netz(widths, seed):
    netz = netz_normal(widths, seed)
    for layer in netz[::2]:
        layer.weight.data *= math.sqrt(2 / layer.in_features)
    return netz


def aufgabe_2b(tiefen, x_train, y_train, x_test, y_test, seed):
    protokoll = np.empty((len(tiefen), 2))
    for zeile, tiefe in zip(protokoll, tiefen):
        netz = he_netz(breiten(int(tiefe)), seed).double()
        sgd(netz, x_train.double(), y_train, seed)
        zeile[:] = loss_und_genauigkeit(
            netz, x_train.double(), y_train, x_test.double(), y_test
        )
    return protokoll
