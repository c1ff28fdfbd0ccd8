# The arrays are read from index 0.
#
# /// bank
# says = "Index 0"
# outcome = "nan"
# ///
def aufgabe_1c(x, w, b, sigma):
    N = len(w)
    s, o = [], [x]
    for i in range(N):
        z = w[i] * o[-1] + b[i]
        if i % 2 == 1 and i > 1:
            z += o[-2]
        s.append(z)
        o.append(sigma(z))
    return np.array(s), np.array(o[:-1])
