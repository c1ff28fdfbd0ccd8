# Nothing is returned.
#
# /// bank
# says = "return"
# ///
def aufgabe_2e(n_in, n_out, sigma, gamma):
    erwartungswert = 0
