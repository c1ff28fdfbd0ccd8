# The variance of a weight.
#
# /// bank
# says = "Varianz"
# ///
def aufgabe_2e(n_in, n_out, sigma, gamma):
    return sigma**2
