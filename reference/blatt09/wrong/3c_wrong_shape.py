# Shape (n_in, n_out).
#
# /// bank
# says = "n_out Zeilen"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-b, b, size=(n_in, n_out))
