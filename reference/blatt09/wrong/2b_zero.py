# The expectation instead of the variance.
#
# /// bank
# says = "Erwartungswert"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return 0.0
