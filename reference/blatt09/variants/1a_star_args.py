# The surplus arguments are collected.
def aufgabe_1a(x, w, *rest):
    b, s, o, sigma, dsigma = rest
    d = x * dsigma(s[1])
    i = 2
    while i < len(w):
        d = d * (w[i] * dsigma(s[i]))
        i += 1
    return d
