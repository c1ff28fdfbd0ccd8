# Variance and mean swapped.
#
# /// bank
# says = "vertauscht"
# ///
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 2 / (n_in + n_out), 0.0
