# [-1, 1].
#
# /// bank
# says = "hängen von den Layergrößen ab"
# cells = ["antwort-3c"]
# outcome = "partly"
# points = 1.0
# ///
def aufgabe_3c(n_in, n_out, sigma, gamma):
    return -1.0, 1.0
