# Both layer sizes.
#
# /// bank
# says = "über beide Größen"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * n_out * sigma**2 * gamma**2
