# The cell raises before the answer is defined; the other parts are not touched.
#
# /// bank
# [parts.1a]
# outcome = "not_found"
# says = "keinen Namen"
# ///
# %% antwort-1a
print(undefiniert)


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    produkt = x * dsigma(s[1])
    for i in range(2, len(w)):
        produkt = produkt * w[i] * dsigma(s[i])
    return produkt
