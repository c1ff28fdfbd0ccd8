# The factor scales the variance.
#
# /// bank
# says = "Standardabweichung"
# cells = ["antwort-2d"]
# ///
def he_netz(widths, seed):
    netz = netz_normal(widths, seed)
    for layer in netz[::2]:
        layer.weight.data *= math.sqrt(2 / layer.in_features)
    return netz


def aufgabe_2d(faktoren, x_train, y_train, x_test, y_test, seed):
    protokoll = []
    for faktor in faktoren:
        netz = he_netz(breiten(LAYER), seed)
        with torch.no_grad():
            for gewichte in netz.parameters():
                gewichte *= math.sqrt(float(faktor))
        sgd(netz, x_train, y_train, seed)
        protokoll.append(loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test))
    return np.array(protokoll)
