# Mean and variance as a pair.
#
# /// bank
# says = "1 Zahl"
# ///
def aufgabe_2a(n_in, n_out, sigma, gamma):
    return 0.0, sigma**2
