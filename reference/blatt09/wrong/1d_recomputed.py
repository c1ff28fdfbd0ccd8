# Right, but the forward pass of 1c is run anew instead of taking s as given.
#
# /// bank
# outcome = "undecided"
# says = "Mensch"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    vor, _ = aufgabe_1c(x, w, b, sigma)
    N = len(w) - 1
    ableitung = x * dsigma(vor[1]) * w[N] * dsigma(vor[N])
    for k in range(2, N - 1, 2):
        ableitung *= dsigma(vor[k + 1]) * (1 + w[k + 1] * w[k] * dsigma(vor[k]))
    return ableitung
