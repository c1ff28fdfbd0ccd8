# The biases are drawn, too.
#
# /// bank
# says = "Bias"
# cells = ["antwort-1g"]
# outcome = "partly"
# points = 2
# ///
def aufgabe_1g_netz(widths, seed):
    netz = netz_normal(widths, seed, bias_streuung=1.0)
    for layer in netz[::2]:
        layer.weight.data *= math.sqrt(2 / layer.in_features)
    return netz
