# A triangular distribution of the right variance.
#
# /// bank
# says = "Die Varianz stimmt"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
def xavier_uniform(n_in, n_out, rng):
    c = np.sqrt(12 / (n_in + n_out))
    return rng.triangular(-c, 0, c, size=(n_out, n_in))
