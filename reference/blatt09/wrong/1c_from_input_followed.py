# All shortcuts begin at the input: then 1d really is that of the plain chain, which pays nothing.
#
# /// bank
# says = "nicht beim Input"
# beside = ["wrong/1d_plain_chain"]
# [parts.1d]
# outcome = "wrong"
# says = "ohne Skip Connections"
# ///
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s, o = np.full(N + 1, np.nan), np.full(N + 1, np.nan)
    o[0] = x
    for i in range(1, N + 1):
        s[i] = w[i] * o[i - 1] + b[i]
        if i % 2 == 1 and i > 1:
            s[i] += x
        o[i] = sigma(s[i])
    return s, o
