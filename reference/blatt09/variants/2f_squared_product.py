# The square of a product.
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_out * (sigma * gamma) ** 2
