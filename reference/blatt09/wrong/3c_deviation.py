# ± the standard deviation.
#
# /// bank
# says = "Das ist die Standardabweichung"
# cells = ["antwort-3c"]
# outcome = "partly"
# points = 1.0
# ///
def aufgabe_3c(n_in, n_out, sigma, gamma):
    s = np.sqrt(2 / (n_in + n_out))
    return -s, s
