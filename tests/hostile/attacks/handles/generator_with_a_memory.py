# /// attack
# tries = "replaces the generator of the sampling check by one that repeats itself"
# total = 2
# [parts]
# 2d = "right"
# 3c = ["wrong", "not_found"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import numpy as np

from autograder.inside import constructors


class Fixed:
    def uniform(self, low, high, size):
        return np.linspace(low, high, int(np.prod(size))).reshape(size)


constructors.CONSTRUCTORS["numpy_generator"] = lambda seed: Fixed()


def xavier_uniform(n_in, n_out, rng):
    return rng.uniform(-0.1, 0.1, (n_out, n_in))
