# An exact number of another library type.
from fractions import Fraction


def aufgabe_2a(n_in, n_out, sigma, gamma):
    return Fraction(0, n_in)
