# Mean 1.
#
# /// bank
# says = "m noch nicht"
# ///
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 1.0, 2 / (n_in + n_out)
