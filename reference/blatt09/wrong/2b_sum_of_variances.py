# The variances of the factors are added.
#
# /// bank
# says = "addieren sich die Varianzen nicht"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * (sigma**2 + gamma**2)
