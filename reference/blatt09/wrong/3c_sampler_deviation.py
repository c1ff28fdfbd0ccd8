# ± the standard deviation is sampled.
#
# /// bank
# says = "nicht gleichverteilt"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
def xavier_uniform(n_in, n_out, rng):
    s = np.sqrt(2 / (n_in + n_out))
    return rng.uniform(-s, s, size=(n_out, n_in))
