# numpy in single precision.
def aufgabe_1c(x, w, b, sigma):
    n = len(w)
    s = np.full(n, np.nan, dtype=np.float32)
    o = np.full(n, np.nan, dtype=np.float32)
    o[0] = x
    for i in range(1, n):
        s[i] = np.float32(w[i]) * o[i - 1] + np.float32(b[i])
        if i in range(3, n - 1, 2):
            s[i] = s[i] + o[i - 2]
        o[i] = sigma(s[i])
    return s, o
