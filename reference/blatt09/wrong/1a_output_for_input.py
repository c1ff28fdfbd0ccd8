# o_1 where o_0 = x belongs.
#
# /// bank
# says = "o_1"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    ableitung = o[1] * dsigma(s[1])
    for i in range(2, len(w)):
        ableitung *= w[i] * dsigma(s[i])
    return ableitung
