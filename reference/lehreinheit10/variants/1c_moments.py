# The variance by the mean of squares.
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        x = modul(x)
        if isinstance(modul, nn.Linear):
            z = x.detach().double()
            zeilen.append((z.mean().item(), (z**2).mean().item() - z.mean().item() ** 2))
    return np.array(zeilen)
