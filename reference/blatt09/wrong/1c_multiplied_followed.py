# The shortcut multiplies after the activation; 1d follows by the product rule.
#
# /// bank
# says = "multipliziert"
# beside = ["wrong/1d_of_product"]
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
        if i % 2 == 1 and i > 1:
            o[i] *= o[i - 2]
    return s, o
