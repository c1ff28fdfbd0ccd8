# Divided by the norm after.
#
# /// bank
# says = "vor dem Training"
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    aenderungen = []
    for a, b in zip(vorher, nachher):
        if isinstance(a, nn.Linear):
            alt, neu = a.weight.detach(), b.weight.detach()
            aenderungen.append(((neu - alt).norm() / neu.norm()).item())
    return np.array(aenderungen)
