# The number of summands.
#
# /// bank
# says = "Anzahl der Summanden"
# ///
def aufgabe_2a(n_in, n_out, sigma, gamma):
    return n_in
