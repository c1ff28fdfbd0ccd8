# Divided by the variance.
#
# /// bank
# says = "Varianz"
# cells = ["antwort-2e"]
# outcome = "partly"
# points = 0.5
# ///
def aufgabe_2e_normieren(z):
    return (z - z.mean(0)) / z.var(0)
