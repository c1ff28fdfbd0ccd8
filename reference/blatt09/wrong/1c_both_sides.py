# The shortcut joins before and after the activation.
#
# /// bank
# says = "zweimal"
# ///
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s, o = np.full(N + 1, np.nan), np.full(N + 1, np.nan)
    o[0] = x
    for i in range(1, N + 1):
        skip = o[i - 2] if i % 2 == 1 and i > 1 else 0
        s[i] = w[i] * o[i - 1] + b[i] + skip
        o[i] = sigma(s[i]) + skip
    return s, o
