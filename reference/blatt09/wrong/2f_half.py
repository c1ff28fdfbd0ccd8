# A constant factor.
#
# /// bank
# says = "konstanten Faktor"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_out * sigma**2 * gamma**2 / 2
