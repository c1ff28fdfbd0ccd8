# Two values ±s: the right variance, but no uniform distribution.
#
# /// bank
# says = "Die Varianz stimmt"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
def xavier_uniform(n_in, n_out, rng):
    s = np.sqrt(2 / (n_in + n_out))
    return rng.choice([-s, s], size=(n_out, n_in))
