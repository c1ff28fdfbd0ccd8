# math.prod over comprehensions.
from math import prod


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    klammern = [1 + w[2 * j + 1] * w[2 * j] * dsigma(s[2 * j]) for j in range(1, N // 2)]
    aussen = [dsigma(s[i]) for i in range(1, N, 2)] + [dsigma(s[N])]
    return prod([x, w[N]] + klammern + aussen)
