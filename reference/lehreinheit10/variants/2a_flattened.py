# Flattened weights.
#
# /// bank
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    return [
        torch.dist(b.weight.flatten(), a.weight.flatten()).item() / a.weight.flatten().norm().item()
        for a, b in zip(vorher[::2], nachher[::2])
    ]
