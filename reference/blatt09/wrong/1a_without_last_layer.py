# The range ends one too early.
#
# /// bank
# says = "letzte"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    ableitung = x * dsigma(s[1])
    for i in range(2, N):
        ableitung *= w[i] * dsigma(s[i])
    return ableitung
