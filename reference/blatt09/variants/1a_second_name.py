# The accepted second name; the stub is gone.
def ableitung_w1(x, w, b, s, o, sigma, dsigma):
    anfang = x * dsigma(s[1])
    rest = 1
    for gewicht, voraktivierung in zip(list(w)[2:], list(s)[2:]):
        rest *= gewicht * dsigma(voraktivierung)
    return anfang * rest
