# All accepted second names.
#
# /// bank
# cells = ["antwort-2e", "antwort-2e-muster", "antwort-2e-regionen"]
# ///
def normieren(z):
    return (z - z.mean(dim=0)) / z.std(dim=0)


def aktivierungsmuster(netz, x, normiert):
    bits = []
    with torch.no_grad():
        for linear in list(netz[::2])[:-1]:
            z = linear(x)
            z = normieren(z) if normiert else z
            bits.append(z > 0)
            x = z.relu()
    return torch.cat(bits, dim=1)


def regionen_zaehlen(netz, x, normiert):
    return len(set(map(tuple, aktivierungsmuster(netz, x, normiert).tolist())))
