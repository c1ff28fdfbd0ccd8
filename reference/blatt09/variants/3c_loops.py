# Entry by entry.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    W = np.empty((n_out, n_in))
    for i in range(n_out):
        for j in range(n_in):
            W[i, j] = rng.uniform(-b, b)
    return W
