# A sum of standard deviations.
#
# /// bank
# says = "Standardabweichung"
# ///
def aufgabe_2a(n_in, n_out, sigma, gamma):
    return n_in * gamma
