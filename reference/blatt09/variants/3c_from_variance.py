# From the variance (b - a)²/12.
#
# /// bank
# cells = ["antwort-3c"]
# ///
def aufgabe_3c(n_in, n_out, sigma, gamma):
    varianz = 2 / (n_in + n_out)
    breite = (12 * varianz) ** 0.5
    return -breite / 2, breite / 2
