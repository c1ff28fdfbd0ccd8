# numpy over even and odd slices.
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    ds = np.array([np.nan, *map(dsigma, s[1:])])
    gerade, ungerade = slice(2, -1, 2), slice(3, -1, 2)
    klammern = 1 + w[gerade] * w[ungerade] * ds[gerade]
    return x * ds[1] * np.prod(klammern * ds[ungerade]) * w[-1] * ds[-1]
