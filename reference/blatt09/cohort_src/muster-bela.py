# %% antwort-1a
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * dsigma(s[1]) * np.prod(w[2:] * dsigma(s[2:]))

# %% antwort-1c
# Meine Lesart: Die Abkürzung kommt erst nach der Aktivierung dazu.
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s = np.full(N + 1, np.nan)
    o = np.full(N + 1, np.nan)
    o[0] = x
    for i in range(1, N + 1):
        s[i] = w[i] * o[i - 1] + b[i]
        o[i] = sigma(s[i])
        if i in range(3, N, 2):
            o[i] += o[i - 2]
    return s, o

# %% antwort-1d
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    g = np.arange(2, N, 2)
    paare = w[g] * dsigma(s[g]) * w[g + 1] * dsigma(s[g + 1])
    return x * dsigma(s[1]) * np.prod(1 + paare) * w[N] * dsigma(s[N])

# %% antwort-2a
import sympy as sp

n_in, n_out, sigma, gamma = sp.symbols("n_in n_out sigma gamma", positive=True)
aufgabe_2a = sp.Integer(0)

# %% antwort-2b
aufgabe_2b = n_in * (sigma * gamma) ** 2

# %% antwort-2d
def aufgabe_2d(W, x, grad_y):
    return grad_y @ W

# %% antwort-2e
aufgabe_2e = sp.S(0)

# %% antwort-2f
aufgabe_2f = sp.Mul(n_out, sigma**2, gamma**2)

# %% antwort-3b
aufgabe_3b = (sp.S(0), 2 / (n_in + n_out))

# %% antwort-3c
aufgabe_3c = (-sp.sqrt(6 / (n_in + n_out)), sp.sqrt(6) / sp.sqrt(n_in + n_out))

# %% antwort-3c-stichprobe
def xavier_uniform(n_in, n_out, rng):
    grenze = np.sqrt(6 / (n_in + n_out))
    return grenze * (2 * rng.random((n_out, n_in)) - 1)
