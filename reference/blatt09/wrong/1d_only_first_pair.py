# Written out for N = 4.
#
# /// bank
# says = "stimmt nur für N = 4"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    return x * dsigma(s[1]) * dsigma(s[3]) * (1 + w[3] * w[2] * dsigma(s[2])) * w[4] * dsigma(s[4]) if len(w) > 3 else 0.0
