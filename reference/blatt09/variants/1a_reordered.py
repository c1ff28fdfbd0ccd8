# Only the needed arguments, by their names and in another order.
def aufgabe_1a(dsigma, s, w, x):
    N = len(s) - 1
    produkt = 1.0
    for i in range(2, N + 1):
        produkt = produkt * w[i] * dsigma(s[i])
    return x * dsigma(s[1]) * produkt
