# Weights from N(0, 1).
#
# /// bank
# says = "Initialisierung"
# cells = ["antwort-2c"]
# ///
def aufgabe_2c(breiten_liste, x_train, y_train, x_test, y_test, seed):
    protokoll = []
    for breite in breiten_liste:
        netz = netz_normal(breiten(4, int(breite)), seed)
        sgd(netz, x_train, y_train, seed)
        protokoll.append(loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test))
    return np.array(protokoll)
