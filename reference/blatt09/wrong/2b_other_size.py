# The other layer size.
#
# /// bank
# says = "Form von W"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_out * sigma**2 * gamma**2
