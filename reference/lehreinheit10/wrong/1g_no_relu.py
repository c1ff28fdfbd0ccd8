# No activation at all.
#
# /// bank
# says = "ReLU"
# cells = ["antwort-1g"]
# outcome = "partly"
# points = 2
# ///
def aufgabe_1g_netz(widths, seed):
    netz = netz_normal(widths, seed, aktivierung=nn.Identity)
    for layer in netz[::2]:
        layer.weight.data *= math.sqrt(2 / layer.in_features)
    return netz
