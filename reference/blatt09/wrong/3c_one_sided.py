# [0, b].
#
# /// bank
# says = "einseitig"
# cells = ["antwort-3c"]
# outcome = "partly"
# points = 1.0
# ///
def aufgabe_3c(n_in, n_out, sigma, gamma):
    return 0, np.sqrt(6 / (n_in + n_out))
