# Mean and variance of the weights.
#
# /// bank
# says = "von Hand"
# ///
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        if isinstance(modul, nn.Linear):
            zeilen.append((modul.weight.mean().item(), modul.weight.var().item()))
    return np.array(zeilen)
