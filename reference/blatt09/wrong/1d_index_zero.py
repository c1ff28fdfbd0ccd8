# The pairs begin at index 0.
#
# /// bank
# says = "Index 0"
# outcome = "nan"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = x * dsigma(s[1])
    for i in range(0, N - 1, 2):
        gradient *= dsigma(s[i + 1]) * (1 + w[i + 1] * w[i] * dsigma(s[i]))
    return gradient * w[N] * dsigma(s[N])
