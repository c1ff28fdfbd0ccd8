# A stray sign, as in a descent step.
#
# /// bank
# says = "Vorzeichen"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    ableitung = x * dsigma(s[1])
    for i in range(2, len(w)):
        ableitung *= w[i] * dsigma(s[i])
    return -ableitung
