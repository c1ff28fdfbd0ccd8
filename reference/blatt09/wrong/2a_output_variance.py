# The variance of the whole sum.
#
# /// bank
# says = "Varianz"
# ///
def aufgabe_2a(n_in, n_out, sigma, gamma):
    return n_in * sigma**2 * gamma**2
