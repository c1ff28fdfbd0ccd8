# %% antwort-1c
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s, o = np.full(N + 1, np.nan), np.full(N + 1, np.nan)
    o[0] = x
    for i in range(1, N + 1):
        s[i] = w[i] * o[i - 1] + b[i]
        if i % 2 == 0:
            s[i] += o[i - 2]
        o[i] = sigma(s[i])
    return s, o

# %% antwort-1d
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    g = x * dsigma(s[1]) * w[2] * dsigma(s[2])
    for i in range(4, N + 1, 2):
        g *= dsigma(s[i]) * (1 + w[i] * w[i - 1] * dsigma(s[i - 1]))
    return g
