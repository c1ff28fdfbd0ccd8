# All weights of a layer are equal.
#
# /// bank
# says = "Layer"
# cells = ["antwort-1g"]
# outcome = "wrong"
# points = 0
# ///
def aufgabe_1g_netz(widths, seed):
    netz = netz_normal(widths, seed)
    for layer in netz[::2]:
        nn.init.constant_(layer.weight, math.sqrt(2 / layer.in_features))
    return netz
