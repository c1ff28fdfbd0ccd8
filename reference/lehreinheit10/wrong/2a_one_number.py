# One number for the whole net.
#
# /// bank
# says = "Layer"
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    alt = torch.cat([m.weight.flatten() for m in vorher[::2]])
    neu = torch.cat([m.weight.flatten() for m in nachher[::2]])
    return ((neu - alt).norm() / alt.norm()).item()
