# The first layer gets 1/n because the data are not rectified.
#
# /// bank
# says = "Layer"
# cells = ["antwort-1g"]
# outcome = "partly"
# points = 2
# ///
def aufgabe_1g_netz(widths, seed):
    netz = netz_normal(widths, seed)
    for nummer, layer in enumerate(netz[::2]):
        layer.weight.data *= math.sqrt((2 if nummer else 1) / layer.in_features)
    return netz
