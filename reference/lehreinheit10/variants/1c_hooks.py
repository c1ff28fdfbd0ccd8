# Forward hooks.
def aufgabe_1c(netz, x):
    zeilen = []
    griffe = [
        modul.register_forward_hook(
            lambda _, __, z: zeilen.append((float(z.mean()), float(z.var(unbiased=False))))
        )
        for modul in netz.modules()
        if isinstance(modul, nn.Linear)
    ]
    with torch.no_grad():
        netz(x)
    for griff in griffe:
        griff.remove()
    return zeilen
