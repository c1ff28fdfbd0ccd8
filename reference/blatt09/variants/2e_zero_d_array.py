# A 0-d array.
def aufgabe_2e(n_in, n_out, sigma, gamma):
    return np.array(0.0)
