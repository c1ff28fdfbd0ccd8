# The derivative with respect to x.
#
# /// bank
# says = "nach dem Input x"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return np.prod(w[1:] * np.array([dsigma(z) for z in s[1:]]))
