# Pair by pair, first and last layer by themselves.
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s, o = np.zeros(N + 1), np.zeros(N + 1)
    o[0] = x
    s[1] = w[1] * o[0] + b[1]
    o[1] = sigma(s[1])
    for j in range(1, (N - 2) // 2 + 1):
        s[2 * j] = w[2 * j] * o[2 * j - 1] + b[2 * j]
        o[2 * j] = sigma(s[2 * j])
        s[2 * j + 1] = w[2 * j + 1] * o[2 * j] + b[2 * j + 1] + o[2 * j - 1]
        o[2 * j + 1] = sigma(s[2 * j + 1])
    s[N] = w[N] * o[N - 1] + b[N]
    o[N] = sigma(s[N])
    return s, o
