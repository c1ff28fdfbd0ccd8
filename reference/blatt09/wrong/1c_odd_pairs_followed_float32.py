# The same in single precision.
#
# /// bank
# says = "die falschen Paare"
# beside = ["wrong/1d_of_odd_pairs"]
# [parts.1d]
# outcome = "consistent"
# says = "Folgerichtig"
# ///
def aufgabe_1c(x, w, b, sigma):
    w, b = w.astype(np.float32), b.astype(np.float32)
    s, o = np.zeros_like(w), np.zeros_like(w)
    o[0] = x
    for i in range(1, len(w)):
        s[i] = w[i] * o[i - 1] + b[i]
        if i % 2 == 0:
            s[i] += o[i - 2]
        o[i] = sigma(s[i])
    return s, o
