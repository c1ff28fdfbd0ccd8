# Lists; a run that diverges is cut short.
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
    for faktor in faktoren:
        netz = he_netz(breiten(LAYER), seed)
        for gewichte in netz.parameters():
            gewichte.data.mul_(float(faktor))
        verlauf = sgd(netz, x_train, y_train, seed)
        werte = loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test)
        protokoll.append(list(werte) if math.isfinite(verlauf[-1]) else [math.nan, math.nan])
    return protokoll
