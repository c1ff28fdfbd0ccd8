# After the ReLUs only.
#
# /// bank
# says = "nach der ReLU"
# ///
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        x = modul(x)
        if isinstance(modul, nn.ReLU):
            zeilen.append((x.mean().item(), x.var().item()))
    return np.array(zeilen)
