# The number comes back in a list.
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return [n_in * sigma**2 * gamma**2]
