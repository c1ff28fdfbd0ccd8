# Only the variance.
#
# /// bank
# says = "2 Zahl"
# ///
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 2 / (n_in + n_out)
