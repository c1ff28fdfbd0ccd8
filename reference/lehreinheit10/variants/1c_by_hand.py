# Matrix products by hand in numpy, double precision.
def aufgabe_1c(netz, x):
    werte = x.detach().numpy().astype(float)
    layer = [modul for modul in netz if hasattr(modul, "weight")]
    zeilen = np.zeros((len(layer), 2))
    for nummer, linear in enumerate(layer):
        if nummer:
            werte = np.maximum(werte, 0)
        werte = werte @ linear.weight.detach().numpy().T + linear.bias.detach().numpy()
        zeilen[nummer] = werte.mean(), werte.var(ddof=1)
    return zeilen
