# The loop runs to N + 1 and beyond the arrays.
#
# /// bank
# says = "bricht mit einem Fehler ab (IndexError)"
# outcome = "raised"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    ableitung = x * dsigma(s[1])
    for i in range(2, N + 2):
        ableitung *= w[i] * dsigma(s[i])
    return ableitung
