# A sum of products of standard deviations.
#
# /// bank
# says = "Standardabweichung"
# ///
def aufgabe_2e(n_in, n_out, sigma, gamma):
    return n_out * sigma * gamma
