# Skipped are the pairs (2j-1, 2j), while 1c is right.
#
# /// bank
# says = "anderen Architektur"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    g = x * dsigma(s[1]) * w[2] * dsigma(s[2])
    for i in range(4, N + 1, 2):
        g *= dsigma(s[i]) * (1 + w[i] * w[i - 1] * dsigma(s[i - 1]))
    return g
