# Backpropagation with a delta per layer, as in a lecture.
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    delta = np.zeros(N + 1)
    delta[N] = dsigma(s[N])
    for l in range(N - 1, 0, -1):
        delta[l] = delta[l + 1] * w[l + 1] * dsigma(s[l])
    return delta[1] * o[0]
