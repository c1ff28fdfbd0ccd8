# The number comes back in a list.
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return [n_out * sigma**2 * gamma**2]
