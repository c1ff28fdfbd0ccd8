# A shortcut around every layer after the activation, while 1c is right.
#
# /// bank
# says = "pro Layer"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    g = x * dsigma(s[1])
    for i in range(2, len(w)):
        g *= 1 + w[i] * dsigma(s[i])
    return g
