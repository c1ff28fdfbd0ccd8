# The number comes back in a list.
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    produkt = x * dsigma(s[1])
    for wi, si in zip(w[2:], s[2:]):
        produkt *= wi * dsigma(si)
    return [produkt]
