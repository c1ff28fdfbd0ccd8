# Two layers raise, because a pair is expected.
#
# /// bank
# says = "Fehler ab (IndexError)"
# outcome = "raised"
# ///
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s, o = np.full(N + 1, np.nan), np.full(N + 1, np.nan)
    o[0] = x
    s[1] = w[1] * x + b[1]
    o[1] = sigma(s[1])
    j = 1
    while True:
        s[2 * j] = w[2 * j] * o[2 * j - 1] + b[2 * j]
        o[2 * j] = sigma(s[2 * j])
        s[2 * j + 1] = w[2 * j + 1] * o[2 * j] + b[2 * j + 1] + o[2 * j - 1]
        o[2 * j + 1] = sigma(s[2 * j + 1])
        j += 1
        if 2 * j == N:
            break
    s[N] = w[N] * o[N - 1] + b[N]
    o[N] = sigma(s[N])
    return s, o
