# The cell raises behind the answer.
# %% antwort-1a
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    produkt = x * dsigma(s[1])
    for i in range(2, len(w)):
        produkt = produkt * w[i] * dsigma(s[i])
    return produkt


print(aufgabe_1a(1.0, [1, 2], None, None, None, None, None))
# %% antwort-2b
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * sigma**2 * gamma**2


assert aufgabe_2b(2, 2, 1, 1) == 3
