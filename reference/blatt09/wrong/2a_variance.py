# The variance of a weight.
#
# /// bank
# says = "Varianz"
# ///
def aufgabe_2a(n_in, n_out, sigma, gamma):
    return sigma**2
