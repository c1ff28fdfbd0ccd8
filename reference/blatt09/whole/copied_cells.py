# The stub stays, the answer stands in a copy below it.
# %% antwort-1a
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    ...  # Ihre Lösung

# %% antwort-1a-kopie after="antwort-1a"
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    produkt = x * dsigma(s[1])
    for i in range(2, len(w)):
        produkt = produkt * w[i] * dsigma(s[i])
    return produkt
