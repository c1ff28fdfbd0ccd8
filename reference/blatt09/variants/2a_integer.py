# The integer 0.
def aufgabe_2a(n_in, n_out, sigma, gamma):
    return 0
