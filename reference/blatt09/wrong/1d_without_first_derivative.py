# σ'(s_1) is missing.
#
# /// bank
# says = "im ersten Layer fehlt"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = x
    for i in range(3, N, 2):
        gradient *= dsigma(s[i]) * (1 + w[i] * w[i - 1] * dsigma(s[i - 1]))
    return gradient * w[N] * dsigma(s[N])
