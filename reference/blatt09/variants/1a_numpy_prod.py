# numpy over slices, sigma' called once with an array.
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * dsigma(s[1]) * np.prod(w[2:] * dsigma(s[2:]))
