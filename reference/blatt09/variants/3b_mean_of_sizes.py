# The reciprocal of the mean size.
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0, 1 / np.mean([n_in, n_out])
