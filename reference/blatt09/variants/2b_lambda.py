# A lambda.
aufgabe_2b = lambda n_in, n_out, sigma, gamma: sigma**2 * n_in * gamma**2
