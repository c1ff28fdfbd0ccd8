# ddof 0.
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        x = modul(x)
        if isinstance(modul, nn.Linear):
            z = x.detach().numpy()
            zeilen.append([z.mean(), z.var()])
    return zeilen
