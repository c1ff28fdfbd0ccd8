# /// attack
# tries = "carries hidden inputs to the feedback as names of arguments"
# total = 0
# [parts]
# 1a = "wrong"
# 2d = "wrong"
# ///

# %%
from autograder.inside.binding import CannotBind


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    raise CannotBind(f"VERRAETER {x!r} {w!r}")


def aufgabe_2d(W, x, grad_y):
    raise CannotBind(f"VERRAETER {W!r}")
