# functools.reduce with an operator.
from functools import reduce
from operator import mul


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    striche = list(map(dsigma, s[1:]))
    return reduce(mul, [x, *striche, *w[2:]])
