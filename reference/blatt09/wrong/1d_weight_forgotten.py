# w_{2j} is missing in the bracket.
#
# /// bank
# says = "fehlt ein Gewicht"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = x * dsigma(s[1])
    for i in range(3, N, 2):
        gradient *= dsigma(s[i]) * (1 + w[i] * dsigma(s[i - 1]))
    return gradient * w[N] * dsigma(s[N])
