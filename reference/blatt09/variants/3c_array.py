# A numpy array.
#
# /// bank
# cells = ["antwort-3c"]
# ///
def aufgabe_3c(n_in, n_out, sigma, gamma):
    return np.array([-1, 1]) * np.sqrt(6 / (n_in + n_out))
