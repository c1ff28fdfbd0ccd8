# A while loop, English names.
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    depth = len(w) - 1
    result = x * dsigma(s[1])
    layer = 2
    while layer < depth:
        through = w[layer] * w[layer + 1] * dsigma(s[layer])
        result = result * (through + 1.0) * dsigma(s[layer + 1])
        layer = layer + 2
    return float(result * w[depth] * dsigma(s[depth]))
