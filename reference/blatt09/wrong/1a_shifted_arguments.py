# σ'(s_{i-1}) beside w_i, so that the last one never occurs.
#
# /// bank
# says = "Index verschoben"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    ableitung = x * dsigma(s[1])
    for i in range(2, len(w)):
        ableitung *= w[i] * dsigma(s[i - 1])
    return ableitung
