# A difference quotient of an own forward pass: it ignores the given s.
#
# /// bank
# says = "aus den gegebenen s_i"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    def ausgabe(w1):
        wert = x
        for i in range(1, len(w)):
            wert = sigma((w1 if i == 1 else w[i]) * wert + b[i])
        return wert

    h = 1e-6
    return (ausgabe(w[1] + h) - ausgabe(w[1] - h)) / (2 * h)
