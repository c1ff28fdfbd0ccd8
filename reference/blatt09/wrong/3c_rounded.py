# Rounded to one decimal.
#
# /// bank
# says = "Die Varianz stimmt"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return np.round(rng.uniform(-b, b, size=(n_out, n_in)), 1)
