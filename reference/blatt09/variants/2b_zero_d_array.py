# A 0-d array from a sum over an array.
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return np.array(np.full(n_in, (sigma * gamma) ** 2).sum())
