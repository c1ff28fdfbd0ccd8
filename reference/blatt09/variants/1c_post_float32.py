# After the activation, in single precision.
#
# /// bank
# beside = ["variants/1d_post_loop"]
# ///
def aufgabe_1c(x, w, b, sigma):
    w, b = w.astype("float32"), b.astype("float32")
    s, o = np.zeros_like(w), np.zeros_like(w)
    o[0] = x
    for i in range(1, len(w)):
        s[i] = w[i] * o[i - 1] + b[i]
        o[i] = sigma(s[i]) + (o[i - 2] if i % 2 == 1 and i > 1 else 0)
    return s, o
