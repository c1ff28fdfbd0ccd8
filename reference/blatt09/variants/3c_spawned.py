# A generator of one's own, seeded from the given one.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
def xavier_uniform(n_in, n_out, rng):
    eigener = np.random.default_rng(rng.integers(2**63))
    b = np.sqrt(6 / (n_in + n_out))
    return eigener.uniform(-b, b, (n_out, n_in))
