# The mean of the squares for the variance.
#
# /// bank
# says = "Quadrate"
# ///
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        x = modul(x)
        if isinstance(modul, nn.Linear):
            zeilen.append((x.mean().item(), (x**2).mean().item()))
    return np.array(zeilen)
