# The square of the norms.
#
# /// bank
# says = "Quadrat"
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    aenderungen = []
    for a, b in zip(vorher, nachher):
        if isinstance(a, nn.Linear):
            alt, neu = a.weight.detach(), b.weight.detach()
            aenderungen.append(((neu - alt).norm() / alt.norm()).item() ** 2)
    return np.array(aenderungen)
