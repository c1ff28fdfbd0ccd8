# A difference quotient of the own 1c: it ignores the given s.
#
# /// bank
# says = "aus den gegebenen s_i"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    h = 1e-5
    oben, unten = w.copy(), w.copy()
    oben[1] += h
    unten[1] -= h
    return (aufgabe_1c(x, oben, b, sigma)[1][-1] - aufgabe_1c(x, unten, b, sigma)[1][-1]) / (2 * h)
