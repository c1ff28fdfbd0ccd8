# numpy.vectorize.
@np.vectorize
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return float(n_out * sigma**2 * gamma**2)
