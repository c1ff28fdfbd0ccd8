# Of what goes into the layers.
#
# /// bank
# says = "hineingehen"
# ///
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        if isinstance(modul, nn.Linear):
            zeilen.append((x.mean().item(), x.var().item()))
        x = modul(x)
    return np.array(zeilen)
