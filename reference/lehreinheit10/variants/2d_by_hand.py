# Drawn anew for every factor.
#
# /// bank
# cells = ["antwort-2d"]
# ///
def aufgabe_2d(faktoren, x_train, y_train, x_test, y_test, seed):
    protokoll = []
    for faktor in faktoren:
        generator = torch.Generator().manual_seed(seed)
        netz = netz_normal(breiten(LAYER), 0)
        for layer in netz[::2]:
            streuung = faktor * math.sqrt(2 / layer.in_features)
            layer.weight.data.normal_(0, streuung, generator=generator)
        sgd(netz, x_train, y_train, seed)
        protokoll.append(loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test))
    return np.array(protokoll)
