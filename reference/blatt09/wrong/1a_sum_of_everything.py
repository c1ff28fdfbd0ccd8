# Everything is added, the first layer as well.
#
# /// bank
# says = "addiert"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * dsigma(s[1]) + sum(w[i] * dsigma(s[i]) for i in range(2, len(w)))
