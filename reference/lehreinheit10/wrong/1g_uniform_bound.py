# Uniform with the standard deviation as its bound.
#
# /// bank
# says = "Grenze"
# cells = ["antwort-1g"]
# outcome = "partly"
# points = 2
# ///
def aufgabe_1g_netz(widths, seed):
    netz = netz_normal(widths, seed)
    torch.manual_seed(seed)
    for layer in netz[::2]:
        grenze = math.sqrt(2 / layer.in_features)
        nn.init.uniform_(layer.weight, -grenze, grenze)
    return netz
