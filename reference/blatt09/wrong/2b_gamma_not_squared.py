# γ is taken for a variance.
#
# /// bank
# says = "gamma ist eine Standardabweichung"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * sigma**2 * gamma
