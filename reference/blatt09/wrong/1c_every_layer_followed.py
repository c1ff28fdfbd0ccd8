# A shortcut around every layer; 1d is the derivative of just that.
#
# /// bank
# says = "jedem Layer"
# beside = ["wrong/1d_of_every_layer"]
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
        o[i] = sigma(s[i])
        if i > 1:
            o[i] += o[i - 1]
    return s, o
