# Always 0.
#
# /// bank
# says = "0"
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    aenderungen = []
    for a, b in zip(vorher, nachher):
        if isinstance(a, nn.Linear):
            alt, neu = a.weight.detach(), b.weight.detach()
            aenderungen.append(0.0)
    return np.array(aenderungen)
