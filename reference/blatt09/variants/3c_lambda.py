# Lambdas for both.
grenze = lambda n_in, n_out: (6 / (n_in + n_out)) ** 0.5
aufgabe_3c = lambda n_in, n_out, sigma, gamma: (-grenze(n_in, n_out), grenze(n_in, n_out))
xavier_uniform = lambda n_in, n_out, rng: rng.uniform(-grenze(n_in, n_out), grenze(n_in, n_out), (n_out, n_in))
