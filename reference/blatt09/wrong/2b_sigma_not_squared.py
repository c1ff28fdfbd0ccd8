# σ is taken for a variance.
#
# /// bank
# says = "sigma ist eine Standardabweichung"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * sigma * gamma**2
