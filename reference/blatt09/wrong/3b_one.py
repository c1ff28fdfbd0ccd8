# 1 in the numerator.
#
# /// bank
# says = "Zähler"
# ///
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0.0, 1 / (n_in + n_out)
