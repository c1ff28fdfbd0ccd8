# numpy in single precision.
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    w, s = np.float32(w), np.float32(s)
    N = len(w) - 1
    gradient = np.float32(x) * np.float32(dsigma(s[1]))
    for i in range(3, N, 2):
        gradient *= np.float32(dsigma(s[i])) * (np.float32(1) + w[i] * w[i - 1] * np.float32(dsigma(s[i - 1])))
    return np.float32(gradient * w[N] * np.float32(dsigma(s[N])))
