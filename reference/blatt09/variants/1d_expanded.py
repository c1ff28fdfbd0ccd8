# The bracket is multiplied out.
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    ergebnis = 1.0
    for j in range((N - 2) // 2, 0, -1):
        lang = dsigma(s[2 * j + 1]) * w[2 * j + 1] * dsigma(s[2 * j]) * w[2 * j]
        kurz = dsigma(s[2 * j + 1])
        ergebnis *= lang + kurz
    return dsigma(s[N]) * w[N] * ergebnis * dsigma(s[1]) * x
