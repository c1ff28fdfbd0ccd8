# %% antwort-1a
def aufgabe1a(x, w, b, s, o, sigma, dsigma):
    return x * dsigma(s[1]) * np.prod(w[2:] * dsigma(s[2:]))

# %% antwort-1d
def Aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    g = x * dsigma(s[1]) * w[N] * dsigma(s[N])
    for i in range(2, N, 2):
        g *= dsigma(s[i + 1]) * (1 + w[i + 1] * w[i] * dsigma(s[i]))
    return g

# %% antwort-3c-stichprobe
def xavier_unifrom(n_in, n_out, rng):
    grenze = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-grenze, grenze, (n_out, n_in))
