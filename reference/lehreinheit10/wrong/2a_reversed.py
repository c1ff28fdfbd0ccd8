# The layers in reverse order.
#
# /// bank
# says = "Reihenfolge"
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    return [
        ((b.weight - a.weight).norm() / a.weight.norm()).item()
        for a, b in zip(vorher, nachher)
        if isinstance(a, nn.Linear)
    ][::-1]
