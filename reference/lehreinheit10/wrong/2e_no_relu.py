# No ReLU on the way.
#
# /// bank
# says = "Bits"
# cells = ["antwort-2e-muster"]
# outcome = "wrong"
# points = 0
# ///
def aufgabe_2e_muster(netz, x, normiert):
    layer = [modul for modul in netz if isinstance(modul, nn.Linear)]
    bits = []
    with torch.no_grad():
        for linear in layer[:-1]:
            z = linear(x)
            if normiert:
                z = aufgabe_2e_normieren(z)
            bits.append(z > 0)
            x = z
    return torch.cat(bits, dim=1)
