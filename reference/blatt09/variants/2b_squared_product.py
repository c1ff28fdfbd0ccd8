# The square of a product.
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * (sigma * gamma) ** 2
