# 1 is added in every layer.
#
# /// bank
# says = "pro Layer"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = x * dsigma(s[1])
    for i in range(2, N):
        gradient *= 1 + w[i] * dsigma(s[i])
    return gradient * w[N] * dsigma(s[N])
