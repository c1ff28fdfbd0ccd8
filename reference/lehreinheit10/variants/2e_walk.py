# The modules one after the other.
#
# /// bank
# cells = ["antwort-2e-muster"]
# ///
def aufgabe_2e_muster(netz, x, normiert):
    bits = []
    with torch.no_grad():
        for modul in netz[:-1]:
            if isinstance(modul, nn.ReLU):
                bits.append(x > 0)
            x = modul(x)
            if normiert and isinstance(modul, nn.Linear):
                x = aufgabe_2e_normieren(x)
    return torch.cat(bits, dim=1).to(torch.uint8)
