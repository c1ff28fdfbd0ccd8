# A row for every module.
#
# /// bank
# says = "Form"
# ///
def aufgabe_1c(netz, x):
    zeilen = []
    for modul in netz:
        x = modul(x)
        zeilen.append((x.mean().item(), x.var().item()))
    return np.array(zeilen)
