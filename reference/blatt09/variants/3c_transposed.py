# Drawn column by column and transposed.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-b, b, size=(n_in, n_out)).T
