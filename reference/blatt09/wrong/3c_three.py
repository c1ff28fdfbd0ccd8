# ±√(3/…).
#
# /// bank
# says = "halb so groß"
# cells = ["antwort-3c"]
# outcome = "partly"
# points = 1.0
# ///
def aufgabe_3c(n_in, n_out, sigma, gamma):
    b = np.sqrt(3 / (n_in + n_out))
    return -b, b
