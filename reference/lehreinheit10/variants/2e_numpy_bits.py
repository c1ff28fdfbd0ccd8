# Bits as integers in numpy, double precision.
#
# /// bank
# cells = ["antwort-2e-muster", "antwort-2e-regionen"]
# ///
def aufgabe_2e_muster(netz, x, normiert):
    layer = [(m.weight.detach().double(), m.bias.detach().double()) for m in netz[::2]]
    werte, bits = x.double(), []
    for gewichte, bias in layer[:-1]:
        z = werte @ gewichte.T + bias
        if normiert:
            z = aufgabe_2e_normieren(z)
        bits.append((z > 0).numpy().astype(int))
        werte = z.clamp(min=0)
    return np.hstack(bits)


def aufgabe_2e_regionen(netz, x, normiert):
    return len(np.unique(aufgabe_2e_muster(netz, x, normiert), axis=0))
