# Trained with Adam.
#
# /// bank
# says = "SGD"
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
                gewichte *= float(faktor)
        optimierer = torch.optim.Adam(netz.parameters(), lr=0.01)
        for _ in range(EPOCHEN):
            for index in torch.randperm(len(x_train)).split(BATCH):
                optimierer.zero_grad()
                nn.functional.cross_entropy(netz(x_train[index]), y_train[index]).backward()
                optimierer.step()
        pass
        protokoll.append(loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test))
    return np.array(protokoll)
