# %% antwort-1d
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    g = x * dsigma(s[1])
    i = 2
    while i < N:
        g = g * dsigma(s[i + 1]) * (1 + w[i + 1] * w[i] * dsigma(s[i]))
    return g * w[N] * dsigma(s[N])
