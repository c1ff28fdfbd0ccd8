# As if every layer were linear.
#
# /// bank
# says = "Ableitungen der Aktivierung fehlen"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * np.prod(w[2:])
