# The first pair has no summand, while 1c is right.
#
# /// bank
# says = "anderen Architektur"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    g = x * dsigma(s[1])
    for i in range(3, N, 2):
        g *= dsigma(s[i]) * ((1 if i > 3 else 0) + w[i] * w[i - 1] * dsigma(s[i - 1]))
    return g * w[N] * dsigma(s[N])
