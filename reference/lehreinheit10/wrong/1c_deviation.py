# The standard deviation.
#
# /// bank
# says = "Standardabweichung"
# ///
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        x = modul(x)
        if isinstance(modul, nn.Linear):
            zeilen.append((x.mean().item(), x.std().item()))
    return np.array(zeilen)
