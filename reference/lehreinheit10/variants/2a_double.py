# Double precision.
#
# /// bank
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    return np.array(
        [
            float((b.weight.double() - a.weight.double()).norm() / a.weight.double().norm())
            for a, b in zip(vorher, nachher)
            if isinstance(a, nn.Linear)
        ]
    )
