# A lambda.
aufgabe_2f = lambda n_in, n_out, sigma, gamma: sigma**2 * n_out * gamma**2
