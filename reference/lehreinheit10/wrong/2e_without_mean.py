# The mean is not removed.
#
# /// bank
# says = "Mittelwert"
# cells = ["antwort-2e"]
# outcome = "partly"
# points = 0.5
# ///
def aufgabe_2e_normieren(z):
    return z / z.std(0)
