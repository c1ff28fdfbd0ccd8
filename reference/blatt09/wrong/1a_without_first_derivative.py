# σ'(s_1) is forgotten.
#
# /// bank
# says = "im ersten Layer fehlt"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    ableitung = x
    for i in range(2, len(w)):
        ableitung *= w[i] * dsigma(s[i])
    return ableitung
