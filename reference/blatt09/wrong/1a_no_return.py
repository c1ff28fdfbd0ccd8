# The result is printed and not returned.
#
# /// bank
# says = "return"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    ableitung = x * dsigma(s[1])
    for i in range(2, len(w)):
        ableitung *= w[i] * dsigma(s[i])
    print(ableitung)
