# normiert is ignored.
#
# /// bank
# says = "nicht beachtet"
# cells = ["antwort-2e-muster"]
# outcome = "partly"
# points = 0.5
# ///
def aufgabe_2e_muster(netz, x, normiert):
    layer = [modul for modul in netz if isinstance(modul, nn.Linear)]
    bits = []
    with torch.no_grad():
        for linear in layer[:-1]:
            z = linear(x)
            pass
            bits.append(z > 0)
            x = torch.relu(z)
    return torch.cat(bits, dim=1)
