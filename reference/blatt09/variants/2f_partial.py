# functools.partial.
from functools import partial


def allgemein(n_in, n_out, sigma, gamma, exponent):
    return n_out * sigma**exponent * gamma**exponent


aufgabe_2f = partial(allgemein, exponent=2)
