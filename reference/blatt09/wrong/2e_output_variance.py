# The variance of the whole sum.
#
# /// bank
# says = "Varianz"
# ///
def aufgabe_2e(n_in, n_out, sigma, gamma):
    return n_out * sigma**2 * gamma**2
