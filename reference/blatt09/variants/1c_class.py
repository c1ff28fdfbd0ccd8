# A class for the network with __call__.
class SkipNetz:
    def layer(self, i, o, w, b):
        return w[i] * o[i - 1] + b[i]

    def __call__(self, x, w, b, sigma):
        N = len(w) - 1
        s, o = np.full(N + 1, np.nan), np.full(N + 1, np.nan)
        o[0] = x
        for i in range(1, N + 1):
            uebersprungen = i in [2 * j + 1 for j in range(1, (N - 2) // 2 + 1)]
            s[i] = self.layer(i, o, w, b) + (o[i - 2] if uebersprungen else 0)
            o[i] = sigma(s[i])
        return s, o


aufgabe_1c = SkipNetz()
