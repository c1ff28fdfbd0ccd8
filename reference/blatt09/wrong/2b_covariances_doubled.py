# Covariances are counted as if they were not 0.
#
# /// bank
# says = "Anzahl zählt einfach"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * sigma**2 * gamma**2 + n_in * (n_in - 1) * sigma**2 * gamma**2
