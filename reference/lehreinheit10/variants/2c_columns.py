# Columns are put together at the end.
#
# /// bank
# cells = ["antwort-2c"]
# ///
def he_netz(widths, seed):
    netz = netz_normal(widths, seed)
    for layer in netz[::2]:
        layer.weight.data *= math.sqrt(2 / layer.in_features)
    return netz


def lauf(netz, x_train, y_train, x_test, y_test, seed):
    sgd(netz, x_train, y_train, seed)
    return loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test)


def aufgabe_2c(breiten_liste, x_train, y_train, x_test, y_test, seed):
    loss, genauigkeit = [], []
    for breite in breiten_liste:
        eins, zwei = lauf(he_netz(breiten(4, int(breite)), seed), x_train, y_train, x_test, y_test, seed)
        loss.append(eins)
        genauigkeit.append(zwei)
    return np.column_stack([loss, genauigkeit])
