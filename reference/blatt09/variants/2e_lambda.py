# A lambda.
aufgabe_2e = lambda n_in, n_out, sigma, gamma: 0 * sigma
