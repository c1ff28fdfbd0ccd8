# After the activation, recursively.
#
# /// bank
# beside = ["variants/1c_post"]
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    def d(i):
        if i == 1:
            return x * dsigma(s[1])
        return w[i] * dsigma(s[i]) * d(i - 1) + (d(i - 2) if i % 2 else 0)

    return d(len(w) - 1)
