# A numpy scalar in single precision.
def aufgabe_2a(n_in, n_out, sigma, gamma):
    return np.float32(0.0) * np.float32(gamma)
