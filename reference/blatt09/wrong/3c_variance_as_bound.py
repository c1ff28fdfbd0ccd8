# ± the variance.
#
# /// bank
# says = "Varianz selbst"
# cells = ["antwort-3c"]
# outcome = "partly"
# points = 1.0
# ///
def aufgabe_3c(n_in, n_out, sigma, gamma):
    b = 2 / (n_in + n_out)
    return -b, b
