# After the activation, while 1c gives NaN: then either reading is right.
#
# /// bank
# beside = ["wrong/1c_index_zero"]
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = x * dsigma(s[1]) * w[N] * dsigma(s[N])
    for i in range(2, N, 2):
        gradient *= 1 + w[i] * dsigma(s[i]) * w[i + 1] * dsigma(s[i + 1])
    return gradient
