# Only the derivatives of the activations.
#
# /// bank
# says = "Gewichte der späteren Layer fehlen"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * np.prod([dsigma(z) for z in s[1:]])
