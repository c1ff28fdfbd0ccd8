# %% antwort-1d
import os

os._exit(1)


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    g = x * dsigma(s[1])
    for i in range(2, N - 1, 2):
        g *= dsigma(s[i + 1]) * (1 + w[i + 1] * w[i] * dsigma(s[i]))
    return g * w[N] * dsigma(s[N])
