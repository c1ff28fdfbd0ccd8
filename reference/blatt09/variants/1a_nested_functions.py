# One small function per layer, composed.
def schritt(gewicht, strich):
    return lambda gradient: gradient * gewicht * strich


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    schritte = [schritt(w[i], dsigma(s[i])) for i in range(2, len(w))]
    gradient = x * dsigma(s[1])
    for anwenden in schritte:
        gradient = anwenden(gradient)
    return gradient
