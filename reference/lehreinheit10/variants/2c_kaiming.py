# Built anew with nn.init; trained with a loop of one's own.
#
# /// bank
# cells = ["antwort-2c"]
# ///
def aufgabe_2c(breiten_liste, x_train, y_train, x_test, y_test, seed):
    torch.manual_seed(seed)
    ergebnis = torch.zeros(len(breiten_liste), 2)
    for nummer, breite in enumerate(breiten_liste):
        netz = netz_normal(breiten(4, int(breite)), seed)
        for layer in netz[::2]:
            nn.init.kaiming_normal_(layer.weight)
        for _ in range(EPOCHEN):
            for index in torch.randperm(len(x_train)).split(BATCH):
                netz.zero_grad()
                nn.functional.cross_entropy(netz(x_train[index]), y_train[index]).backward()
                with torch.no_grad():
                    for gewichte in netz.parameters():
                        gewichte -= LERNRATE * gewichte.grad
        with torch.no_grad():
            ergebnis[nummer, 0] = nn.functional.cross_entropy(netz(x_train), y_train)
            ergebnis[nummer, 1] = (netz(x_test).argmax(1) == y_test).float().mean()
    return ergebnis
