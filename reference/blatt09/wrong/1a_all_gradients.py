# The derivatives after every weight come back, not one number.
#
# /// bank
# says = "einzelne Zahl"
# ///
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradienten = np.zeros(N)
    for j in range(1, N + 1):
        gradienten[j - 1] = o[j - 1] * dsigma(s[j])
        for i in range(j + 1, N + 1):
            gradienten[j - 1] *= w[i] * dsigma(s[i])
    return gradienten
