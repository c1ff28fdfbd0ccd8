# Everything in double precision.
def aufgabe_1c(netz, x):
    netz = copy.deepcopy(netz).double()
    x = x.double()
    zeilen = []
    for modul in netz.children():
        x = modul(x)
        if type(modul).__name__ == "Linear":
            zeilen.append((x.mean().item(), x.std().item() ** 2))
    return zeilen
