# [0, 2b].
#
# /// bank
# says = "beginnt nicht bei 0"
# cells = ["antwort-3c"]
# outcome = "partly"
# points = 1.0
# ///
def aufgabe_3c(n_in, n_out, sigma, gamma):
    return 0, 2 * np.sqrt(6 / (n_in + n_out))
