# Curly brackets around the result.
#
# /// bank
# says = "keine Zahl"
# outcome = "unreadable"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return {n_out * sigma**2 * gamma**2}
