# Another seed for every factor.
#
# /// bank
# cells = ["antwort-2d"]
# ///
def he_netz(widths, seed):
    netz = netz_normal(widths, seed)
    for layer in netz[::2]:
        layer.weight.data *= math.sqrt(2 / layer.in_features)
    return netz


def aufgabe_2d(faktoren, x_train, y_train, x_test, y_test, seed):
    protokoll = []
    for nummer, faktor in enumerate(faktoren):
        netz = he_netz(breiten(LAYER), seed + nummer)
        for gewichte in netz.parameters():
            gewichte.data *= float(faktor)
        sgd(netz, x_train, y_train, seed + nummer)
        protokoll.append(loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test))
    return np.array(protokoll)
