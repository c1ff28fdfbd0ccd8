# 1a is defined rightly and then wrongly: a human looks.
#
# /// bank
# [parts.1a]
# outcome = "earlier_value"
# says = "früherer Wert"
# ///
# %% antwort-1a
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    produkt = x * dsigma(s[1])
    for i in range(2, len(w)):
        produkt = produkt * w[i] * dsigma(s[i])
    return produkt

# %% zweiter-versuch after="aufgabe-3a"
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return dsigma(s[1]) * w[2] * dsigma(s[2])
