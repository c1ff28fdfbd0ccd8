# Variance before mean.
#
# /// bank
# says = "vertauscht"
# ///
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        x = modul(x)
        if isinstance(modul, nn.Linear):
            zeilen.append((x.var().item(), x.mean().item()))
    return np.array(zeilen)
