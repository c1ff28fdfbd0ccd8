# The spectral norm.
#
# /// bank
# says = "Frobenius"
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    aenderungen = []
    for a, b in zip(vorher, nachher):
        if isinstance(a, nn.Linear):
            alt, neu = a.weight.detach(), b.weight.detach()
            aenderungen.append((torch.linalg.matrix_norm(neu - alt, 2) / torch.linalg.matrix_norm(alt, 2)).item())
    return np.array(aenderungen)
