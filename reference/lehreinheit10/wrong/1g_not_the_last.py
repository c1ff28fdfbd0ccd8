# The last layer keeps the weights of netz_normal.
#
# /// bank
# says = "Layer"
# cells = ["antwort-1g"]
# outcome = "partly"
# points = 2
# ///
def aufgabe_1g_netz(widths, seed):
    netz = netz_normal(widths, seed)
    for layer in netz[:-1:2]:
        layer.weight.data *= math.sqrt(2 / layer.in_features)
    return netz
