# Right, but s is computed anew from x, w and b instead of being taken as given.
#
# /// bank
# outcome = "undecided"
# says = "Mensch"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    vor = w[1] * x + b[1]
    ableitung = x * dsigma(vor)
    for i in range(2, len(w)):
        vor = w[i] * sigma(vor) + b[i]
        ableitung = ableitung * w[i] * dsigma(vor)
    return ableitung
