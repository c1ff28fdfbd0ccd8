# Scaled to [0, 1].
#
# /// bank
# says = "Skalierung"
# cells = ["antwort-2e"]
# outcome = "partly"
# points = 0.5
# ///
def aufgabe_2e_normieren(z):
    return (z - z.amin(0)) / (z.amax(0) - z.amin(0))
