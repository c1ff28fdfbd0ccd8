# The square of the standard deviation.
def aufgabe_3b(n_in, n_out, sigma, gamma):
    s = np.sqrt(2 / (n_in + n_out))
    return 0.0, s**2
