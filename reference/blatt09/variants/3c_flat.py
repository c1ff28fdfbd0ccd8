# Drawn flat and reshaped.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return np.reshape(rng.uniform(-b, b, n_in * n_out), (n_out, -1))
