# Random signs before random magnitudes.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return rng.choice([-1.0, 1.0], size=(n_out, n_in)) * rng.uniform(0, b, size=(n_out, n_in))
