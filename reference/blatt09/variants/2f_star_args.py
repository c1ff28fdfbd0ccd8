# Arguments collected.
def aufgabe_2f(*groessen):
    n_in, n_out, sigma, gamma = groessen
    return n_out * np.square(sigma) * np.square(gamma)
