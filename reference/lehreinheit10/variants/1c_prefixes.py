# The net is run again up to each layer.
def aufgabe_1c(netz, x):
    zeilen = []
    for ende in range(1, len(netz) + 1, 2):
        z = netz[:ende](x)
        zeilen.append((z.mean().item(), z.var().item()))
    return zeilen
