# A function that gives back a formula.
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return "n_out * sigma**2 * gamma**2"
