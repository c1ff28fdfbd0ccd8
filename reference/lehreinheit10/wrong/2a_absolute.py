# Not divided by the norm before.
#
# /// bank
# says = "im Verhältnis"
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    aenderungen = []
    for a, b in zip(vorher, nachher):
        if isinstance(a, nn.Linear):
            alt, neu = a.weight.detach(), b.weight.detach()
            aenderungen.append((neu - alt).norm().item())
    return np.array(aenderungen)
