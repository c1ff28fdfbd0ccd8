# Arguments collected.
def aufgabe_2b(*groessen):
    n_in, n_out, sigma, gamma = groessen
    return n_in * np.square(sigma) * np.square(gamma)
