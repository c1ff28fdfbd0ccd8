# 1c with odd pairs ignores the last weights; consistent 1d needs all of them.
#
# /// bank
# says = "hängt bei Ihnen nicht ab von"
# beside = ["wrong/1d_of_unused_weights"]
# [parts.1d]
# outcome = "wrong"
# says = "von Hand nach"
# ///
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s, o = np.full(N + 1, np.nan), np.full(N + 1, np.nan)
    o[0] = x
    for i in range(1, N + 1):
        s[i] = w[1] * o[i - 1] + b[i] if i == 1 else o[i - 1] + b[i]
        if i % 2 == 0:
            s[i] += o[i - 2]
        o[i] = sigma(s[i])
    return s, o
