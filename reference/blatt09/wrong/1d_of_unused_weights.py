# All weights but the first are taken for 1, and every pair (2j-1, 2j) has a shortcut.
#
# /// bank
# says = "von Hand nach"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    D = [0.0, x * dsigma(s[1])]
    for i in range(2, len(w)):
        D.append(dsigma(s[i]) * (D[i - 1] + (D[i - 2] if i % 2 == 0 else 0)))
    return D[-1]
