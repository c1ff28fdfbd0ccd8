# 1a's formula once more.
#
# /// bank
# says = "ohne Skip Connections"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    gradient = x * dsigma(s[1])
    for i in range(2, len(w)):
        gradient *= w[i] * dsigma(s[i])
    return gradient
