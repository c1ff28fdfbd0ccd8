# The generator is taken for a function.
#
# /// bank
# says = "bricht mit einem Fehler ab (TypeError)"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return rng(-b, b, size=(n_out, n_in))
