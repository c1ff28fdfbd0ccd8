# The accepted second name, renamed arguments.
def layer_statistik(modell, punkte):
    zeilen = []
    for modul in modell:
        punkte = modul(punkte)
        if isinstance(modul, nn.Linear):
            zeilen.append((punkte.mean().item(), punkte.var().item()))
    return tuple(zeilen)
