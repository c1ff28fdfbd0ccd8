# The product rule for a shortcut that multiplies, while 1c is right.
#
# /// bank
# says = "anderen Architektur"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    D = [0.0, x * dsigma(s[1])]
    for i in range(2, N + 1):
        ohne = dsigma(s[i]) * w[i] * D[i - 1]
        if i % 2 == 1:
            D.append(ohne * o[i - 2] + sigma(s[i]) * D[i - 2])
        else:
            D.append(ohne)
    return D[N]
