# Divided by the number of summands.
#
# /// bank
# says = "nicht gemittelt"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return sigma**2 * gamma**2 / n_in
