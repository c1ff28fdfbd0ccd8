# A number for every parameter, biases too.
#
# /// bank
# says = "Bias"
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    return [
        ((neu - alt).norm() / alt.norm()).item()
        for alt, neu in zip(vorher.parameters(), nachher.parameters())
    ]
