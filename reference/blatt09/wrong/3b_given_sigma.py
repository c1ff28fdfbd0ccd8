# The given σ² comes back.
#
# /// bank
# says = "Layergrößen"
# ///
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0.0, sigma**2
