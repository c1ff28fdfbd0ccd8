# Recursion with the chain rule from behind.
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1

    def d(i):
        if i == 1:
            return x * dsigma(s[1])
        innen = w[i] * d(i - 1)
        if i % 2 == 1 and i < N:
            innen += d(i - 2)
        return dsigma(s[i]) * innen

    return d(N)
