# ddof 0.
#
# /// bank
# cells = ["antwort-2e"]
# ///
def aufgabe_2e_normieren(z):
    return (z - z.mean(0)) / z.std(0, unbiased=False)
