# A loop from the last layer down to the second, English names inside.
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    depth = len(w) - 1
    gradient = 1.0
    for layer in range(depth, 1, -1):
        gradient *= dsigma(s[layer]) * w[layer]
    return gradient * dsigma(s[1]) * x
