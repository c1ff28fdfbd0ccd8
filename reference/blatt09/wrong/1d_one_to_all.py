# 1 is added to the whole derivative.
#
# /// bank
# says = "Zum ganzen Produkt"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    gradient = x * dsigma(s[1])
    for i in range(2, len(w)):
        gradient *= w[i] * dsigma(s[i])
    return 1 + gradient
