# Rounded to half precision, beyond the bounds by at most one bit.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-b, b, (n_out, n_in)).astype(np.float16)
