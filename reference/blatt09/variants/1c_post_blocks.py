# After the activation, with a function for a residual block.
#
# /// bank
# beside = ["variants/1d_post_loop"]
# ///
def block(eingang, w1, b1, w2, b2, sigma):
    s1 = w1 * eingang + b1
    o1 = sigma(s1)
    s2 = w2 * o1 + b2
    return s1, o1, s2, sigma(s2) + eingang


def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s = [np.nan, w[1] * x + b[1]]
    o = [x, sigma(s[1])]
    for k in range(2, N, 2):
        s1, o1, s2, o2 = block(o[-1], w[k], b[k], w[k + 1], b[k + 1], sigma)
        s, o = s + [s1, s2], o + [o1, o2]
    s.append(w[N] * o[-1] + b[N])
    o.append(sigma(s[-1]))
    return s, o
