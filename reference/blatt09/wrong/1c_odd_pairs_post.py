# The pairs (2j-1, 2j), joined after the activation.
#
# /// bank
# says = "die falschen Paare"
# ///
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s, o = np.full(N + 1, np.nan), np.full(N + 1, np.nan)
    o[0] = x
    for i in range(1, N + 1):
        s[i] = w[i] * o[i - 1] + b[i]
        o[i] = sigma(s[i])
        if i % 2 == 0:
            o[i] += o[i - 2]
    return s, o
