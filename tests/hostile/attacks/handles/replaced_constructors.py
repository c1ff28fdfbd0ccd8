# /// attack
# tries = "makes something else than the checks asked for, or nothing"
# total = 2
# [parts]
# 2d = "right"
# 1a = "wrong"
# 3c = ["undecided", "not_found"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
from autograder.inside import constructors

constructors.CONSTRUCTORS["activation"] = lambda *_: 5
constructors.CONSTRUCTORS["numpy_generator"] = lambda *_: 1 / 0


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return 1.0


def xavier_uniform(n_in, n_out, rng):
    return rng
