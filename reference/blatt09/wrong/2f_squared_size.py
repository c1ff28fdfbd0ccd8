# The number of summands squared.
#
# /// bank
# says = "Anzahl zählt einfach"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_out**2 * sigma**2 * gamma**2
