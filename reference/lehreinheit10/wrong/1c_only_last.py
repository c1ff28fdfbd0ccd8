# Only the last layer.
#
# /// bank
# says = "nur ein Layer"
# ///
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        x = modul(x)
        if isinstance(modul, nn.Linear):
            zeilen.append((x.mean().item(), x.var().item()))
    return np.array(zeilen[-1])
