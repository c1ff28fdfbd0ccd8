# Only the needed arguments, in another order.
def aufgabe_2f(gamma, sigma, n_out):
    return gamma**2 * sigma**2 * n_out
