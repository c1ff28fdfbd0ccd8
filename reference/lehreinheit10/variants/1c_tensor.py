# One tensor comes back, with its gradient.
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        x = modul(x)
        if isinstance(modul, nn.Linear):
            zeilen.append(torch.stack([x.mean(), x.var()]))
    return torch.stack(zeilen)
