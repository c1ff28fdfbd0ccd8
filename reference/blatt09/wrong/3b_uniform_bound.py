# The bound of the uniform distribution.
#
# /// bank
# says = "Grenze einer Gleichverteilung"
# ///
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0.0, np.sqrt(6 / (n_in + n_out))
