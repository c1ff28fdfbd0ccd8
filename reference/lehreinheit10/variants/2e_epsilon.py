# A small ε as in batch normalisation.
#
# /// bank
# cells = ["antwort-2e"]
# ///
def aufgabe_2e_normieren(z):
    return (z - z.mean(0, keepdim=True)) / torch.sqrt(z.var(0, unbiased=False) + 1e-5)
