# rng.random, scaled and shifted.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return (2 * rng.random((n_out, n_in)) - 1) * b
