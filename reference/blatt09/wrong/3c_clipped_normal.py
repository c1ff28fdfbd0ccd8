# Normal samples, clipped at the bounds.
#
# /// bank
# says = "nicht gleichverteilt"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return np.clip(rng.normal(0, np.sqrt(2 / (n_in + n_out)), size=(n_out, n_in)), -b, b)
