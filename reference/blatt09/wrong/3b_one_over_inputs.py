# 1/n_in, as in 2c.
#
# /// bank
# says = "beide Layergrößen"
# ///
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0.0, 1 / n_in
