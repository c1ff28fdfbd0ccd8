# A 0-d array.
def aufgabe_2a(n_in, n_out, sigma, gamma):
    return np.array(0.0)
