# ±√(12/…) is sampled.
#
# /// bank
# says = "außerhalb der Grenzen"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(12 / (n_in + n_out))
    return rng.uniform(-b, b, size=(n_out, n_in))
