# Two numpy scalars in single precision.
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return np.float32(0), np.float32(2) / np.float32(n_in + n_out)
