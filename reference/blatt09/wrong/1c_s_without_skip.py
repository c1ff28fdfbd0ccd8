# o is right, but s lacks the shortcut and is not the argument of sigma.
#
# /// bank
# says = "nicht das Argument von sigma"
# ///
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s, o = np.full(N + 1, np.nan), np.full(N + 1, np.nan)
    o[0] = x
    for i in range(1, N + 1):
        s[i] = w[i] * o[i - 1] + b[i]
        o[i] = sigma(s[i] + (o[i - 2] if i % 2 == 1 and i > 1 else 0))
    return s, o
