# A factor o_{i-1} in every layer, as if all weights were differentiated.
#
# /// bank
# says = "Outputs der Layer"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    ableitung = 1
    for i in range(1, len(w)):
        ableitung *= o[i - 1] * dsigma(s[i])
    return ableitung
