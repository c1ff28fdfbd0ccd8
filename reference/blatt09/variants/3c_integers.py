# Random integers, scaled.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return b * (rng.integers(-(2**40), 2**40 + 1, size=(n_out, n_in)) / 2**40)
