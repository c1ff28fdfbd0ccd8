# The derivative of a made-up forward pass, while 1c is right.
#
# /// bank
# says = "andere Werte als die Ableitung"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    return x * dsigma(s[1])
