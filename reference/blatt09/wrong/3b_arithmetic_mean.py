# The arithmetic mean of 1/n_in and 1/n_out.
#
# /// bank
# says = "anderes Mittel"
# ///
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0.0, (1 / n_in + 1 / n_out) / 2
