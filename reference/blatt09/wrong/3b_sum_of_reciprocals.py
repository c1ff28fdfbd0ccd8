# 1/n_in + 1/n_out.
#
# /// bank
# says = "nicht addiert"
# ///
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0.0, 1 / n_in + 1 / n_out
