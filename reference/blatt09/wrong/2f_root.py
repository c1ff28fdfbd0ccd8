# The standard deviation of the sum.
#
# /// bank
# says = "Das ist die Standardabweichung"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return np.sqrt(n_out) * sigma * gamma
