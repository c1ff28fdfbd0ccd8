# A lambda on one line.
aufgabe_1a = lambda x, w, b, s, o, sigma, dsigma: x * dsigma(s[1]) * np.prod([w[i] * dsigma(s[i]) for i in range(2, len(w))])
