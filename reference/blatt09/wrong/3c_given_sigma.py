# ±√3·σ with the given σ.
#
# /// bank
# says = "Layergrößen"
# cells = ["antwort-3c"]
# outcome = "partly"
# points = 1.0
# ///
def aufgabe_3c(n_in, n_out, sigma, gamma):
    return -np.sqrt(3) * sigma, np.sqrt(3) * sigma
