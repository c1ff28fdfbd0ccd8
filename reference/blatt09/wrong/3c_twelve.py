# ±√(12/…).
#
# /// bank
# says = "größer als verlangt"
# cells = ["antwort-3c"]
# outcome = "partly"
# points = 1.0
# ///
def aufgabe_3c(n_in, n_out, sigma, gamma):
    b = np.sqrt(12 / (n_in + n_out))
    return -b, b
