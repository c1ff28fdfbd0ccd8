# The factor x is missing, joined after the activation.
#
# /// bank
# says = "aus s_1 nach w_1"
# beside = ["variants/1c_post"]
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = dsigma(s[1])
    for i in range(3, N, 2):
        gradient *= 1 + w[i] * w[i - 1] * dsigma(s[i - 1]) * dsigma(s[i])
    return gradient * w[N] * dsigma(s[N])
