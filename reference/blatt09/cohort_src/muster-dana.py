# %% antwort-1a
def rest(i, w, s, dsigma):
    """Produkt der Faktoren ab Layer i."""
    if i == len(w):
        return 1
    return w[i] * dsigma(s[i]) * rest(i + 1, w, s, dsigma)


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * dsigma(s[1]) * rest(2, w, s, dsigma)

# %% antwort-1c
def schicht(i, x, w, b, sigma):
    """(s_0, ..., s_i) und (o_0, ..., o_i)"""
    if i == 0:
        return [float("nan")], [x]
    s, o = schicht(i - 1, x, w, b, sigma)
    abkuerzung = o[i - 2] if i % 2 == 1 and i > 1 else 0
    s = s + [w[i] * o[i - 1] + b[i]]
    return s, o + [sigma(s[i]) + abkuerzung]


def aufgabe_1c(x, w, b, sigma):
    return schicht(len(w) - 1, x, w, b, sigma)

# %% antwort-1d
def d_o(i, x, w, s, dsigma):
    """Ableitung von o_i nach w_1, einfach die Kettenregel von hinten."""
    if i == 1:
        return x * dsigma(s[1])
    normal = w[i] * dsigma(s[i]) * d_o(i - 1, x, w, s, dsigma)
    if i % 2 == 1:
        return normal + d_o(i - 2, x, w, s, dsigma)
    return normal


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    return d_o(len(w) - 1, x, w, s, dsigma)

# %% antwort-2a
aufgabe_2a = lambda n_in, n_out, sigma, gamma: 0.0

# %% antwort-2b
aufgabe_2b = lambda n_in, n_out, sigma, gamma: (sigma * gamma) ** 2 * n_in

# %% antwort-2e
aufgabe_2e = lambda n_in, n_out, sigma, gamma: 0.0

# %% antwort-2f
aufgabe_2f = lambda n_in, n_out, sigma, gamma: sum(sigma**2 * gamma**2 for _ in range(n_out))

# %% antwort-3b
aufgabe_3b = lambda n_in, n_out, sigma, gamma: np.array([0, 1 / np.mean([n_in, n_out])])
