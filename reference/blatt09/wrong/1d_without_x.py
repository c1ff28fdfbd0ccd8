# The factor x is missing.
#
# /// bank
# says = "aus s_1 nach w_1"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = dsigma(s[1])
    for i in range(3, N, 2):
        gradient *= dsigma(s[i]) * (1 + w[i] * w[i - 1] * dsigma(s[i - 1]))
    return gradient * w[N] * dsigma(s[N])
