# A numpy array.
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return np.array([0.0, 2.0 / (n_in + n_out)])
