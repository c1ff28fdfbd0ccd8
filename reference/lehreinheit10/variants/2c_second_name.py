# The accepted second name; prints as it goes.
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


def versuch_breite(breiten_liste, x_train, y_train, x_test, y_test, seed):
    protokoll = []
    for breite in breiten_liste:
        netz = he_netz(breiten(4, int(breite)), seed)
        protokoll.append(lauf(netz, x_train, y_train, x_test, y_test, seed))
        print(breite, protokoll[-1])
    return protokoll
