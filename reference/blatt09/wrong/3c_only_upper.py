# Only the upper bound.
#
# /// bank
# says = "2 Zahl"
# cells = ["antwort-3c"]
# outcome = "partly"
# points = 1.0
# ///
def aufgabe_3c(n_in, n_out, sigma, gamma):
    return np.sqrt(6 / (n_in + n_out))
