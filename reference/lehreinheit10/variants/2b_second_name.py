# The accepted second name; prints as it goes.
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


def versuch_tiefe(tiefen, x_train, y_train, x_test, y_test, seed):
    protokoll = []
    for tiefe in tiefen:
        netz = he_netz(breiten(int(tiefe)), seed)
        protokoll.append(lauf(netz, x_train, y_train, x_test, y_test, seed))
        print(tiefe, protokoll[-1])
    return protokoll
