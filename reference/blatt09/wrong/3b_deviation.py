# The standard deviation.
#
# /// bank
# says = "keine Standardabweichung"
# ///
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0.0, np.sqrt(2 / (n_in + n_out))
