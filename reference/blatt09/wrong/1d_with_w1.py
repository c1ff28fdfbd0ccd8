# w_1 stays in the product.
#
# /// bank
# says = "w_1 kommt in der Ableitung nach w_1 nicht"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = x * w[1] * dsigma(s[1])
    for i in range(3, N, 2):
        gradient *= dsigma(s[i]) * (1 + w[i] * w[i - 1] * dsigma(s[i - 1]))
    return gradient * w[N] * dsigma(s[N])
