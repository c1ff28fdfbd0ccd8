# The last entry of a cumulative product.
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    lokal = np.concatenate([[x], w[2:]]) * np.array([dsigma(z) for z in s[1:]])
    return np.cumprod(lokal)[-1]
