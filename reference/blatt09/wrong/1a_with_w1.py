# w_1 stays in the product.
#
# /// bank
# says = "w_1 kommt in der Ableitung nach w_1 nicht"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    ableitung = x
    for i in range(1, len(w)):
        ableitung *= w[i] * dsigma(s[i])
    return ableitung
