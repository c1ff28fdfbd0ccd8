# σ where σ' belongs.
#
# /// bank
# says = "Die Aktivierung selbst"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    ableitung = x * sigma(s[1])
    for i in range(2, len(w)):
        ableitung *= w[i] * sigma(s[i])
    return ableitung
