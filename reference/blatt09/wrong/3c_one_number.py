# One number for the whole matrix.
#
# /// bank
# says = "Einträge der Matrix sind gleich"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return np.full((n_out, n_in), rng.uniform(-b, b))
