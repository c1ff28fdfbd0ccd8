# ±1/√n_in, as torch's linear layer does.
#
# /// bank
# says = "beide Layergrößen"
# cells = ["antwort-3c"]
# outcome = "partly"
# points = 1.0
# ///
def aufgabe_3c(n_in, n_out, sigma, gamma):
    b = 1 / np.sqrt(n_in)
    return -b, b
