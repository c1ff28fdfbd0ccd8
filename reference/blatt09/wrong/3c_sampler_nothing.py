# Nothing is returned.
#
# /// bank
# says = "return"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    W = rng.uniform(-b, b, size=(n_out, n_in))
