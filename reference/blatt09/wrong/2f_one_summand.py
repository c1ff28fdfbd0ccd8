# The variance of a single summand.
#
# /// bank
# says = "einzigen Summanden"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return sigma**2 * gamma**2
