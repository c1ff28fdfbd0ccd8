# %% antwort-1a
from math import prod, sqrt


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * dsigma(s[1]) * prod(w[i] * dsigma(s[i]) for i in range(2, len(w)))

# %% antwort-1c
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s, o = [None] * (N + 1), [None] * (N + 1)
    o[0] = float(x)
    for i in range(1, N + 1):
        skip = o[i - 2] if 1 < i < N and i % 2 else 0
        s[i] = w[i] * o[i - 1] + b[i] + skip
        o[i] = sigma(s[i])
    s[0] = float("nan")
    return s, o

# %% antwort-1d
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    f = [dsigma(s[i + 1]) * (1 + w[i + 1] * w[i] * dsigma(s[i])) for i in range(2, N - 1, 2)]
    return prod([x, dsigma(s[1]), *f, w[N], dsigma(s[N])])

# %% antwort-2a
aufgabe_2a = "0"

# %% antwort-2b
aufgabe_2b = "n_in * sigma**2 * gamma**2"

# %% antwort-2d
def aufgabe_2d(W, x, grad_y):
    return [sum(zeile[j] * g for zeile, g in zip(W, grad_y)) for j in range(len(x))]

# %% antwort-2e
aufgabe_2e = "0"

# %% antwort-2f
aufgabe_2f = "(sigma*gamma)**2 * n_out"

# %% antwort-3b
aufgabe_3b = ("0", "2/(n_in + n_out)")

# %% antwort-3c
aufgabe_3c = "(-sqrt(6/(n_in + n_out)), sqrt(6/(n_in + n_out)))"

# %% antwort-3c-stichprobe
def xavier_uniform(n_in, n_out, rng):
    g = sqrt(6 / (n_in + n_out))
    return [[rng.uniform(-g, g) for _ in range(n_in)] for _ in range(n_out)]
