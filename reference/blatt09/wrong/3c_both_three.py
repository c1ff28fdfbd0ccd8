# √(3/…) in both: everything is lost.
#
# /// bank
# says = "halb so groß"
# ///
def aufgabe_3c(n_in, n_out, sigma, gamma):
    b = np.sqrt(3 / (n_in + n_out))
    return -b, b


def xavier_uniform(n_in, n_out, rng):
    a, b = aufgabe_3c(n_in, n_out, None, None)
    return rng.uniform(a, b, size=(n_out, n_in))
