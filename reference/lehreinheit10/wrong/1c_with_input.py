# A row for the input, too.
#
# /// bank
# says = "Eingabe"
# ///
def aufgabe_1c(netz, x):
    zeilen = [(x.mean().item(), x.var().item())]
    for modul in netz:
        x = modul(x)
        if isinstance(modul, nn.Linear):
            zeilen.append((x.mean().item(), x.var().item()))
    return np.array(zeilen)
