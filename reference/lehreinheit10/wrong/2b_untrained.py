# Never trained.
#
# /// bank
# says = "bloßem Raten"
# cells = ["antwort-2b"]
# ///
def he_netz(widths, seed):
    netz = netz_normal(widths, seed)
    for layer in netz[::2]:
        layer.weight.data *= math.sqrt(2 / layer.in_features)
    return netz


def aufgabe_2b(tiefen, x_train, y_train, x_test, y_test, seed):
    protokoll = []
    for tiefe in tiefen:
        netz = he_netz(breiten(int(tiefe)), seed)
        pass
        protokoll.append(loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test))
    return np.array(protokoll)
