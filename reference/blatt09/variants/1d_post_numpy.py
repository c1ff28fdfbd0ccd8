# After the activation, numpy over slices.
#
# /// bank
# beside = ["variants/1c_post"]
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    f = w[2:-1] * np.array([dsigma(z) for z in s[2:-1]])
    return x * dsigma(s[1]) * np.prod(1 + f[::2] * f[1::2]) * w[-1] * dsigma(s[-1])
