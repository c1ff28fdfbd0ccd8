# Helper, constant and answer stand in cells of their own.
# %% antwort-1a
def lokaler_faktor(w_i, s_i, dsigma):
    return w_i * dsigma(s_i)

# %% teil-2 after="antwort-1a"
ERSTER = 1

# %% teil-3 after="teil-2"
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    produkt = x * dsigma(s[ERSTER])
    for w_i, s_i in zip(w[ERSTER + 1 :], s[ERSTER + 1 :]):
        produkt *= lokaler_faktor(w_i, s_i, dsigma)
    return produkt
