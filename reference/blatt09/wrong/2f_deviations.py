# Standard deviations for variances.
#
# /// bank
# says = "Standardabweichungen, keine Varianzen"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_out * sigma * gamma
