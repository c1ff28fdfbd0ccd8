# Other names for the arguments; only the sizes.
def aufgabe_3b(n_in, n_out):
    mean = 0.0
    variance = 2.0 / float(n_in + n_out)
    return mean, variance
