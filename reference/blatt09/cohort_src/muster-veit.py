# %% antwort-1c
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s, o = np.full(N + 1, np.nan), np.full(N + 1, np.nan)
    o[0] = x
    for i in range(1, N + 1):
        s[i] = w[i] * o[i - 1] + b[i]
        if i % 2 == 1 and i > 3:
            s[i] += o[i - 2]
        o[i] = sigma(s[i])
    return s, o

# %% antwort-1d
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    g = x * dsigma(s[1])
    for i in range(2, N - 1, 2):
        abkuerzung = 1 if i > 2 else 0
        g *= dsigma(s[i + 1]) * (abkuerzung + w[i + 1] * w[i] * dsigma(s[i]))
    return g * w[N] * dsigma(s[N])
