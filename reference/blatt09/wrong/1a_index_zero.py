# The product begins at index 0, which is NaN.
#
# /// bank
# says = "Index 0"
# outcome = "nan"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * np.prod(w) * np.prod([dsigma(z) for z in s[1:]])
