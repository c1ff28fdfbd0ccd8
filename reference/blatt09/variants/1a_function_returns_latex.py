# A function that gives back LaTeX instead of a number.
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return r"x \sigma'(s_1) \prod_{i=2}^N \left(w_i \sigma'(s_i)\right)"
