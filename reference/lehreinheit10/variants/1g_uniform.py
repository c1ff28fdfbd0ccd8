# Uniform by hand, right bounds.
#
# /// bank
# cells = ["antwort-1g"]
# ///
def aufgabe_1g_netz(widths, seed):
    generator = torch.Generator().manual_seed(seed)
    netz = netz_normal(widths, seed)
    with torch.no_grad():
        for layer in netz[::2]:
            grenze = math.sqrt(6 / layer.in_features)
            layer.weight.uniform_(-grenze, grenze, generator=generator)
    return netz
