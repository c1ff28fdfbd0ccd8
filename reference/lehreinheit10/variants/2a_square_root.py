# Sums of squares by hand.
#
# /// bank
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    ergebnis = []
    for alt, neu in zip(vorher, nachher):
        if hasattr(alt, "weight"):
            oben = ((neu.weight - alt.weight) ** 2).sum()
            unten = (alt.weight**2).sum()
            ergebnis.append(math.sqrt(oben.item() / unten.item()))
    return ergebnis
