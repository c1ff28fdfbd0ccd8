# Recursion: the derivative of o_i from that of o_{i-1}.
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    def ableitung(i):
        if i == 1:
            return x * dsigma(s[1])
        return dsigma(s[i]) * w[i] * ableitung(i - 1)

    return ableitung(len(w) - 1)
