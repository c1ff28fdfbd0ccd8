# Trained on the test points.
#
# /// bank
# says = "Loss größer"
# cells = ["antwort-2c"]
# ///
def he_netz(widths, seed):
    netz = netz_normal(widths, seed)
    for layer in netz[::2]:
        layer.weight.data *= math.sqrt(2 / layer.in_features)
    return netz


def aufgabe_2c(breiten_liste, x_train, y_train, x_test, y_test, seed):
    protokoll = []
    for breite in breiten_liste:
        netz = he_netz(breiten(4, int(breite)), seed)
        sgd(netz, x_test, y_test, seed)
        protokoll.append(loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test))
    return np.array(protokoll)
