# functools.partial of a more general function.
from functools import partial


def kette(x, w, b, s, o, sigma, dsigma, erstes):
    faktoren = [dsigma(s[i]) for i in range(erstes, len(s))]
    faktoren += [w[i] for i in range(erstes + 1, len(w))]
    return x * np.prod(faktoren)


aufgabe_1a = partial(kette, erstes=1)
