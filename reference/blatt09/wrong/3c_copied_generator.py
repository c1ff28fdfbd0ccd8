# A copy of the generator is used, so it never moves on.
#
# /// bank
# says = "Jeder Aufruf gibt dieselbe Matrix"
# cells = ["antwort-3c-stichprobe"]
# outcome = "partly"
# points = 1.0
# ///
import copy


def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return copy.deepcopy(rng).uniform(-b, b, size=(n_out, n_in))
