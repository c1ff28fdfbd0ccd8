# The first matrix is kept and given back for ever.
#
# /// bank
# says = "Jeder Aufruf gibt dieselbe Matrix"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
gemerkt = {}


def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    if (n_in, n_out) not in gemerkt:
        gemerkt[n_in, n_out] = rng.uniform(-b, b, size=(n_out, n_in))
    return gemerkt[n_in, n_out]
