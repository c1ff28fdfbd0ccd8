# Covariances are counted as if they were not 0.
#
# /// bank
# says = "Anzahl zählt einfach"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_out * sigma**2 * gamma**2 + n_out * (n_out - 1) * sigma**2 * gamma**2
