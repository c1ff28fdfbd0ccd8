# One column, repeated.
#
# /// bank
# says = "nicht unabhängig"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return np.repeat(rng.uniform(-b, b, size=(n_out, 1)), n_in, axis=1)
