# The variance of the weights is missing.
#
# /// bank
# says = "Varianz der Gewichte"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * gamma**2
