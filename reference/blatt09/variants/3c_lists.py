# A list of lists.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
def xavier_uniform(n_in, n_out, rng):
    b = (6 / (n_in + n_out)) ** 0.5
    return [[float(u) for u in rng.uniform(-b, b, n_in)] for _ in range(n_out)]
