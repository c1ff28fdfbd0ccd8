# σ where σ' belongs.
#
# /// bank
# says = "Die Aktivierung selbst"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = x * sigma(s[1])
    for i in range(3, N, 2):
        gradient *= sigma(s[i]) * (1 + w[i] * w[i - 1] * sigma(s[i - 1]))
    return gradient * w[N] * sigma(s[N])
