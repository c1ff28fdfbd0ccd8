# The variance of the weights is missing.
#
# /// bank
# says = "Varianz der Gewichte"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_out * gamma**2
