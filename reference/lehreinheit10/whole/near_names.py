# Case, underscores and a typo in the names: found and said so.
# %% antwort-1c
def Aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        x = modul(x)
        if isinstance(modul, nn.Linear):
            zeilen.append((x.mean().item(), x.var().item()))
    return zeilen

# %% antwort-2a
def aufgabe2a(vorher, nachher):
    return [
        ((b.weight - a.weight).norm() / a.weight.norm()).item()
        for a, b in zip(vorher[::2], nachher[::2])
    ]

# %% antwort-2e
def aufgabe_2e_normiern(z):
    return (z - z.mean(dim=0)) / z.std(dim=0)

# %% antwort-2e-muster
def aufgabe_2e_muster(netz, x, normiert):
    bits = []
    for linear in netz[:-1:2]:
        z = linear(x)
        z = aufgabe_2e_normiern(z) if normiert else z
        bits.append(z > 0)
        x = torch.relu(z)
    return torch.cat(bits, dim=1)
