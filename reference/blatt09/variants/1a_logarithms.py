# Sum of logarithms and a product of signs.
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    faktoren = np.array([x, dsigma(s[1]), *w[2:], *(dsigma(z) for z in s[2:])])
    return np.sign(faktoren).prod() * np.exp(np.log(np.abs(faktoren)).sum())
