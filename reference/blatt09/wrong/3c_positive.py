# [0, b] is sampled.
#
# /// bank
# says = "positiv"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(0, b, size=(n_out, n_in))
