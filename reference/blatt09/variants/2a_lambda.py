# A lambda.
aufgabe_2a = lambda n_in, n_out, sigma, gamma: 0 * sigma
