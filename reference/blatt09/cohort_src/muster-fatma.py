# %% antwort-1a
def ableitung_w1(x, w, b, s, o, sigma, dsigma):
    ergebnis = x
    for i in range(1, len(w)):
        ergebnis = ergebnis * dsigma(s[i])
        if i != 1:
            ergebnis = ergebnis * w[i]
    return ergebnis

# %% antwort-1c
def vorwaerts_skip(x, w, b, sigma):
    N = len(w) - 1
    s, o = np.full(N + 1, np.nan), np.full(N + 1, np.nan)
    o[0] = x
    s[1] = w[1] * x + b[1]
    o[1] = sigma(s[1])
    for j in range(1, (N - 2) // 2 + 1):
        s[2 * j] = w[2 * j] * o[2 * j - 1] + b[2 * j]
        o[2 * j] = sigma(s[2 * j])
        s[2 * j + 1] = w[2 * j + 1] * o[2 * j] + b[2 * j + 1] + o[2 * j - 1]
        o[2 * j + 1] = sigma(s[2 * j + 1])
    s[N] = w[N] * o[N - 1] + b[N]
    o[N] = sigma(s[N])
    return s, o

# %% antwort-1d
def ableitung_w1_skip(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    ergebnis = x * dsigma(s[1]) * w[N] * dsigma(s[N])
    for j in range(1, N // 2):
        ergebnis = ergebnis * dsigma(s[2 * j + 1]) * (1 + w[2 * j + 1] * w[2 * j] * dsigma(s[2 * j]))
    return ergebnis

# %% antwort-2a
aufgabe_2a = 0

# %% antwort-2b
aufgabe_2b = r"n_\text{ein} \cdot \sigma^2 \gamma^2"

# %% antwort-2e
aufgabe_2e = r"0"

# %% antwort-2f
aufgabe_2f = r"\gamma^2 \, n_{\text{aus}} \, \sigma^{2}"

# %% antwort-3b
# das r vergessen
aufgabe_3b = ("0", "\frac{2}{n_{in} + n_{out}}")

# %% antwort-3c
aufgabe_3c = r"\pm\sqrt{\frac{6}{n_{in}+n_{out}}}"

# %% antwort-3c-stichprobe
def aufgabe_3c_stichprobe(n_in, n_out, rng):
    grenze = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(low=-grenze, high=grenze, size=[n_out, n_in])
