# Nothing is returned.
#
# /// bank
# says = "return"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    varianz = n_in * sigma**2 * gamma**2
    print(varianz)
