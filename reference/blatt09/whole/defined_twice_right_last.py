# 1a and 2b are defined twice, the last time rightly.
# %% antwort-1a
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return dsigma(s[1]) * w[2] * dsigma(s[2])

# %% zweiter-versuch after="antwort-1a"
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    produkt = x * dsigma(s[1])
    for i in range(2, len(w)):
        produkt = produkt * w[i] * dsigma(s[i])
    return produkt

# %% antwort-2b
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return sigma**2 * gamma**2

def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * sigma**2 * gamma**2
