# The biases are left out.
#
# /// bank
# says = "Bias"
# ///
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        if isinstance(modul, nn.Linear):
            x = x @ modul.weight.T
            zeilen.append((x.mean().item(), x.var().item()))
        else:
            x = modul(x)
    return np.array(zeilen)
