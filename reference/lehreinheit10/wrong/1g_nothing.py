# The builder returns nothing.
#
# /// bank
# says = "gibt"
# cells = ["antwort-1g"]
# outcome = "wrong"
# points = 0
# ///
def aufgabe_1g_netz(widths, seed):
    netz = netz_normal(widths, seed)
    for layer in netz[::2]:
        layer.weight.data *= math.sqrt(2 / layer.in_features)
