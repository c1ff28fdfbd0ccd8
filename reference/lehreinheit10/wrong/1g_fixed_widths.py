# The widths are ignored.
#
# /// bank
# says = "Breiten"
# cells = ["antwort-1g"]
# outcome = "wrong"
# points = 0
# ///
def aufgabe_1g_netz(widths, seed):
    netz = netz_normal(breiten(LAYER), seed)
    for layer in netz[::2]:
        layer.weight.data *= math.sqrt(2 / layer.in_features)
    return netz
