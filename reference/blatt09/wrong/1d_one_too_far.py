# The last layer is taken for a pair and runs beyond the arrays.
#
# /// bank
# says = "bricht mit einem Fehler ab (IndexError)"
# outcome = "raised"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = x * dsigma(s[1])
    for j in range(1, N // 2 + 1):
        gradient *= dsigma(s[2 * j + 1]) * (1 + w[2 * j + 1] * w[2 * j] * dsigma(s[2 * j]))
    return gradient * w[N] * dsigma(s[N])
