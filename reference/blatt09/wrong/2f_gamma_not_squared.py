# γ is taken for a variance.
#
# /// bank
# says = "gamma ist eine Standardabweichung"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_out * sigma**2 * gamma
