# numpy's global generator.
#
# /// bank
# says = "Der übergebene wird nicht benutzt"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return np.random.uniform(-b, b, size=(n_out, n_in))
