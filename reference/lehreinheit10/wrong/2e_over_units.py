# Normalised over the units of each point.
#
# /// bank
# says = "Punkte"
# cells = ["antwort-2e"]
# outcome = "partly"
# points = 0.5
# ///
def aufgabe_2e_normieren(z):
    return (z - z.mean(1, keepdim=True)) / z.std(1, keepdim=True)
