# The root of three standard deviations.
#
# /// bank
# cells = ["antwort-3c"]
# ///
def aufgabe_3c(n_in, n_out, sigma, gamma):
    s = np.sqrt(2 / (n_in + n_out))
    return [-np.sqrt(3) * s, np.sqrt(3) * s]
