# σ' at o_i for s_i.
#
# /// bank
# says = "an der falschen Stelle"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    ableitung = x * dsigma(o[1])
    for i in range(2, len(w)):
        ableitung *= w[i] * dsigma(o[i])
    return ableitung
