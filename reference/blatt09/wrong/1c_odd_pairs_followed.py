# The pairs (2j-1, 2j); 1d is the derivative of just that.
#
# /// bank
# says = "die falschen Paare"
# beside = ["wrong/1d_of_odd_pairs"]
# [parts.1d]
# outcome = "consistent"
# says = "Folgerichtig"
# ///
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s, o = np.full(N + 1, np.nan), np.full(N + 1, np.nan)
    o[0] = x
    for i in range(1, N + 1):
        s[i] = w[i] * o[i - 1] + b[i]
        if i % 2 == 0:
            s[i] += o[i - 2]
        o[i] = sigma(s[i])
    return s, o
