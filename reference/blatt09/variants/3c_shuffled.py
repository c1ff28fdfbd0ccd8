# Drawn and shuffled once more.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    zahlen = rng.uniform(-b, b, n_out * n_in)
    rng.shuffle(zahlen)
    return zahlen.reshape(n_out, n_in)
