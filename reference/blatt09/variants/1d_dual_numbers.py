# Forward mode: value and derivative go through the net together.
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    punkt = {1: x * dsigma(s[1])}
    for i in range(2, N + 1):
        s_punkt = w[i] * punkt[i - 1]
        if i % 2 == 1 and i != N:
            s_punkt = s_punkt + punkt[i - 2]
        punkt[i] = dsigma(s[i]) * s_punkt
    return punkt[N]
