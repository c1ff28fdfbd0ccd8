# A constant factor.
#
# /// bank
# says = "konstanten Faktor"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * sigma**2 * gamma**2 / 2
