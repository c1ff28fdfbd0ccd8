# A lambda.
aufgabe_3b = lambda n_in, n_out, sigma, gamma: (0, 2 / (n_in + n_out))
