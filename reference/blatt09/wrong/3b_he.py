# The initialisation for ReLU networks, in root form.
#
# /// bank
# says = "beide Layergrößen"
# ///
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0.0, np.sqrt(2 / n_in)
