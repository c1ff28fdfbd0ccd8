# The weights of netz_normal, scaled.
#
# /// bank
# cells = ["antwort-1g"]
# ///
def aufgabe_1g_netz(widths, seed):
    netz = netz_normal(widths, seed)
    for layer in netz[::2]:
        layer.weight.data *= math.sqrt(aufgabe_1f_gewichte(layer.in_features, None, None, None))
    return netz
