# b_i where w_i belongs.
#
# /// bank
# says = "Bias"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    ableitung = x * dsigma(s[1])
    for i in range(2, len(w)):
        ableitung *= b[i] * dsigma(s[i])
    return ableitung
