# Written out for N = 2.
#
# /// bank
# says = "stimmt nur für N = 2"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * dsigma(s[1]) * w[2] * dsigma(s[2])
