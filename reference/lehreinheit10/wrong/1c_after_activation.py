# After the activation.
#
# /// bank
# says = "nach der ReLU"
# ///
def aufgabe_1c(netz, x):
    zeilen = []
    module = list(netz)
    for nummer, modul in enumerate(module):
        x = modul(x)
        if isinstance(modul, nn.ReLU) or nummer == len(module) - 1:
            zeilen.append((x.mean().item(), x.var().item()))
    return np.array(zeilen)
