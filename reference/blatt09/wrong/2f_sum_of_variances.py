# The variances of the factors are added.
#
# /// bank
# says = "addieren sich die Varianzen nicht"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_out * (sigma**2 + gamma**2)
