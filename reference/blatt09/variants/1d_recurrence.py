# The derivative of every o_i in a list.
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    D = [0.0, x * dsigma(s[1])]
    for i in range(2, len(w)):
        D.append(dsigma(s[i]) * (w[i] * D[i - 1] + (D[i - 2] if i % 2 else 0)))
    return D[-1]
