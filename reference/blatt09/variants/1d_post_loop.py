# The shortcut joins after the activation.
#
# /// bank
# beside = ["variants/1c_post"]
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = x * dsigma(s[1])
    for j in range(1, (N - 2) // 2 + 1):
        gradient *= 1 + w[2 * j] * w[2 * j + 1] * dsigma(s[2 * j]) * dsigma(s[2 * j + 1])
    return gradient * w[N] * dsigma(s[N])
