# The factor x from ∂s_1/∂w_1 is forgotten.
#
# /// bank
# says = "aus s_1 nach w_1"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    ableitung = dsigma(s[1])
    for i in range(2, len(w)):
        ableitung *= w[i] * dsigma(s[i])
    return ableitung
