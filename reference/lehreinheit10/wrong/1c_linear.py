# The activations are left out.
#
# /// bank
# says = "ReLU"
# ///
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        if isinstance(modul, nn.Linear):
            x = modul(x)
            zeilen.append((x.mean().item(), x.var().item()))
    return np.array(zeilen)
