# Normalised over points and units together.
#
# /// bank
# says = "Einheit"
# cells = ["antwort-2e"]
# outcome = "partly"
# points = 0.5
# ///
def aufgabe_2e_normieren(z):
    return (z - z.mean()) / z.std()
