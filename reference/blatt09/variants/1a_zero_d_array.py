# A 0-d array comes back.
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    ergebnis = np.array(x * dsigma(s[1]))
    for i in range(2, w.size):
        ergebnis = ergebnis * w[i] * dsigma(s[i])
    return ergebnis
