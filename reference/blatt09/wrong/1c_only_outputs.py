# Only o comes back.
#
# /// bank
# says = "zwei Werte"
# ///
def aufgabe_1c(x, w, b, sigma):
    o = [x]
    for i in range(1, len(w)):
        z = w[i] * o[-1] + b[i]
        if i % 2 == 1 and i > 1:
            z += o[-2]
        o.append(sigma(z))
    return np.array(o)
