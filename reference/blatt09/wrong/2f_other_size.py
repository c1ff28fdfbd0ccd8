# The other layer size.
#
# /// bank
# says = "Form von W"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_in * sigma**2 * gamma**2
