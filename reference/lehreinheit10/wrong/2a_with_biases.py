# Weights and biases together.
#
# /// bank
# says = "Bias"
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    aenderungen = []
    for a, b in zip(vorher, nachher):
        if isinstance(a, nn.Linear):
            alt = torch.cat([a.weight.flatten(), a.bias])
            neu = torch.cat([b.weight.flatten(), b.bias])
            aenderungen.append(((neu - alt).norm() / alt.norm()).item())
    return np.array(aenderungen)
