# Variance over the units only, averaged over the points.
#
# /// bank
# says = "zusammen"
# ///
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        x = modul(x)
        if isinstance(modul, nn.Linear):
            zeilen.append((x.mean().item(), x.var(dim=1).mean().item()))
    return np.array(zeilen)
