# 1 is added inside σ'.
#
# /// bank
# says = "nicht in das Argument"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = x * dsigma(s[1]) * w[N] * dsigma(s[N])
    for i in range(3, N, 2):
        gradient *= w[i] * w[i - 1] * dsigma(s[i - 1]) * dsigma(s[i] + 1)
    return gradient
