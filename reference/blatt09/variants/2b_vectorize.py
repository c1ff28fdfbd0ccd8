# numpy.vectorize.
@np.vectorize
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return float(n_in * sigma**2 * gamma**2)
