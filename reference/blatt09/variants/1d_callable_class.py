# An object with __call__ and helper methods.
class Gradient:
    def faktor(self, j, w, s, dsigma):
        return dsigma(s[2 * j + 1]) * (1 + w[2 * j + 1] * w[2 * j] * dsigma(s[2 * j]))

    def __call__(self, x, w, b, s, o, sigma, dsigma):
        N = len(w) - 1
        mitte = [self.faktor(j, w, s, dsigma) for j in range(1, (N - 2) // 2 + 1)]
        return x * dsigma(s[1]) * np.prod(mitte) * w[N] * dsigma(s[N])


aufgabe_1d = Gradient()
