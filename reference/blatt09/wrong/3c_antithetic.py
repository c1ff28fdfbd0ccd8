# Every second call is the negative of the last one.
#
# /// bank
# says = "nicht unabhängig"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
letzte = {}


def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    if (n_in, n_out) in letzte and n_in > 10:
        return -letzte.pop((n_in, n_out))
    W = rng.uniform(-b, b, size=(n_out, n_in))
    letzte[n_in, n_out] = W
    return W
