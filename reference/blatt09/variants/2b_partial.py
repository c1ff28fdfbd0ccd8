# functools.partial.
from functools import partial


def allgemein(n_in, n_out, sigma, gamma, exponent):
    return n_in * sigma**exponent * gamma**exponent


aufgabe_2b = partial(allgemein, exponent=2)
