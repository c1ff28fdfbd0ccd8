# The number of summands squared.
#
# /// bank
# says = "Anzahl zählt einfach"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in**2 * sigma**2 * gamma**2
