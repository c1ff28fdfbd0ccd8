# nn.init.normal_.
#
# /// bank
# cells = ["antwort-2d"]
# ///
def aufgabe_2d(faktoren, x_train, y_train, x_test, y_test, seed):
    protokoll = []
    for faktor in faktoren:
        torch.manual_seed(seed)
        netz = netz_normal(breiten(LAYER), seed)
        for layer in netz:
            if isinstance(layer, nn.Linear):
                nn.init.normal_(layer.weight, std=faktor * (2 / layer.in_features) ** 0.5)
        sgd(netz, x_train, y_train, seed)
        protokoll.append(loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test))
    return np.array(protokoll)
