# Curly brackets around the result.
#
# /// bank
# says = "keine Zahl"
# outcome = "unreadable"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return {n_in * sigma**2 * gamma**2}
