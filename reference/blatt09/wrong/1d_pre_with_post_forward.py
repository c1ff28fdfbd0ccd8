# The formula for joining before the activation, 1c joins after it.
#
# /// bank
# says = "anderen Architektur"
# beside = ["variants/1c_post"]
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = x * dsigma(s[1])
    for i in range(3, N, 2):
        gradient *= dsigma(s[i]) * (1 + w[i] * w[i - 1] * dsigma(s[i - 1]))
    return gradient * w[N] * dsigma(s[N])
