# Nothing is returned.
#
# /// bank
# says = "return"
# ///
def aufgabe_2a(n_in, n_out, sigma, gamma):
    erwartungswert = 0
