# Only the needed arguments, in another order.
def aufgabe_2b(gamma, sigma, n_in):
    return gamma**2 * sigma**2 * n_in
