# The shortcut multiplies after the activation.
#
# /// bank
# says = "multipliziert"
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
