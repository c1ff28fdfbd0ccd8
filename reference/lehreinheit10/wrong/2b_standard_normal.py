# Weights from N(0, 1).
#
# /// bank
# says = "Initialisierung"
# cells = ["antwort-2b"]
# ///
def aufgabe_2b(tiefen, x_train, y_train, x_test, y_test, seed):
    protokoll = []
    for tiefe in tiefen:
        netz = netz_normal(breiten(int(tiefe)), seed)
        sgd(netz, x_train, y_train, seed)
        protokoll.append(loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test))
    return np.array(protokoll)
