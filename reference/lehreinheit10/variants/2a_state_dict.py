# state_dict, matrices only.
#
# /// bank
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    alt, neu = vorher.state_dict(), nachher.state_dict()
    return [
        (torch.linalg.norm(neu[k] - alt[k]) / torch.linalg.norm(alt[k])).item()
        for k in alt
        if alt[k].ndim == 2
    ]
