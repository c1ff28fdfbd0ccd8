# Nothing is returned.
#
# /// bank
# says = "return"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    varianz = n_out * sigma**2 * gamma**2
    print(varianz)
