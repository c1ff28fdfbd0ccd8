# math.sqrt.
import math


def aufgabe_3c(n_in, n_out, sigma, gamma):
    b = math.sqrt(6) / math.sqrt(n_in + n_out)
    return (-b, b)


def xavier_uniform(n_in, n_out, rng):
    a, b = aufgabe_3c(n_in, n_out, None, None)
    return rng.uniform(a, b, (n_out, n_in))
