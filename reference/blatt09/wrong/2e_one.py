# 1, as if the values were normalised.
#
# /// bank
# says = "die in der Aufgabe stehen"
# ///
def aufgabe_2e(n_in, n_out, sigma, gamma):
    return 1.0
