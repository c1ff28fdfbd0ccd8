# Case, underscores and a typo in the names: found and said so.
# %% antwort-1a
def Aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    produkt = x * dsigma(s[1])
    for i in range(2, len(w)):
        produkt = produkt * w[i] * dsigma(s[i])
    return produkt

# %% antwort-2d
def aufgabe2d(W, x, grad_y):
    return W.T @ grad_y

# %% antwort-3c-stichprobe
def xavier_unifrom(n_in, n_out, rng):
    grenze = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-grenze, grenze, size=(n_out, n_in))
