# w_{i-1} beside σ'(s_i).
#
# /// bank
# says = "Index verschoben"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    ableitung = x * dsigma(s[1])
    for i in range(2, len(w)):
        ableitung *= w[i - 1] * dsigma(s[i])
    return ableitung
