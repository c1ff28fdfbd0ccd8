# 1 is added once to the product over all pairs.
#
# /// bank
# says = "eigenen Summanden"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    produkt = 1.0
    for i in range(2, N):
        produkt *= w[i] * dsigma(s[i])
    return x * dsigma(s[1]) * (1 + produkt) * w[N] * dsigma(s[N])
