# The geometric mean.
#
# /// bank
# says = "anderes Mittel"
# ///
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0.0, 1 / np.sqrt(n_in * n_out)
