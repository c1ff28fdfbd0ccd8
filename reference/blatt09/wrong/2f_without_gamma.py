# The variance of the other factor is missing.
#
# /// bank
# says = "anderen Zufallsgröße"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_out * sigma**2
