# A class that keeps its bound.
#
# /// bank
# cells = ["antwort-3c-stichprobe"]
# ///
class XavierUniform:
    def grenze(self, n_in, n_out):
        return np.sqrt(6 / (n_in + n_out))

    def __call__(self, n_in, n_out, rng):
        b = self.grenze(n_in, n_out)
        return rng.uniform(-b, b, (n_out, n_in))


xavier_uniform = XavierUniform()
