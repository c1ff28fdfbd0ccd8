# The integer 0.
def aufgabe_2e(n_in, n_out, sigma, gamma):
    return 0
