# The variance of the other factor is missing.
#
# /// bank
# says = "anderen Zufallsgröße"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * sigma**2
