# math.prod over a generator expression.
import math


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return math.prod((w[i] * dsigma(s[i]) for i in range(2, len(s))), start=x * dsigma(s[1]))
