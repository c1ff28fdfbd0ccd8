# The absolute values of the right weights.
#
# /// bank
# says = "Mittelwert"
# cells = ["antwort-1g"]
# outcome = "wrong"
# points = 0
# ///
def aufgabe_1g_netz(widths, seed):
    netz = netz_normal(widths, seed)
    for layer in netz[::2]:
        layer.weight.data = layer.weight.data.abs() * math.sqrt(2 / layer.in_features)
    return netz
