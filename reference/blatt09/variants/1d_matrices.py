# Products of 2x2 matrices that carry the last two derivatives.
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    zustand = np.array([x * dsigma(s[1]), 0.0])
    for i in range(2, len(w)):
        ds = dsigma(s[i])
        M = np.array([[ds * w[i], ds if i % 2 == 1 else 0.0], [1.0, 0.0]])
        zustand = M @ zustand
    return zustand[0]
