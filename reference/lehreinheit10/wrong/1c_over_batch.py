# Variance over the batch only, averaged over the units.
#
# /// bank
# says = "zusammen"
# ///
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        x = modul(x)
        if isinstance(modul, nn.Linear):
            zeilen.append((x.mean().item(), x.var(dim=0).mean().item()))
    return np.array(zeilen)
