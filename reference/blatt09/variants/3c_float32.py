# Drawn in single precision.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.float32(np.sqrt(6 / (n_in + n_out)))
    return (rng.random((n_out, n_in), dtype=np.float32) * 2 - 1) * b
