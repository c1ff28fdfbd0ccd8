# Scaled against √(1/n).
#
# /// bank
# says = "Standardabweichung aus 1f"
# cells = ["antwort-2d"]
# ///
def aufgabe_2d(faktoren, x_train, y_train, x_test, y_test, seed):
    protokoll = []
    for faktor in faktoren:
        netz = netz_normal(breiten(LAYER), seed)
        for layer in netz[::2]:
            layer.weight.data *= float(faktor) / math.sqrt(layer.in_features)
        sgd(netz, x_train, y_train, seed)
        protokoll.append(loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test))
    return np.array(protokoll)
