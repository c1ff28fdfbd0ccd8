# Standard deviations for variances.
#
# /// bank
# says = "Standardabweichungen, keine Varianzen"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * sigma * gamma
