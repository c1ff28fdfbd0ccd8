# Backpropagation: what reaches o_i over all paths.
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    delta_o = np.zeros(N + 1)
    delta_o[N] = 1.0
    for i in range(N, 1, -1):
        delta_s = delta_o[i] * dsigma(s[i])
        delta_o[i - 1] += delta_s * w[i]
        if i % 2 == 1:
            delta_o[i - 2] += delta_s
    return delta_o[1] * dsigma(s[1]) * o[0]
