# 0-d arrays in a list.
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return [np.array(0.0), np.array(2 / (n_in + n_out))]
