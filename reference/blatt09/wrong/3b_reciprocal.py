# Numerator and denominator swapped.
#
# /// bank
# says = "Zähler und Nenner"
# ///
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0.0, (n_in + n_out) / 2
