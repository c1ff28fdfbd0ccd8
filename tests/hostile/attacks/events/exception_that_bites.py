# /// attack
# tries = "raises an exception whose name, text and traceback fail or loop"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["raised", "crashed"]
# 1d = "raised"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
class Meta(type):
    @property
    def __name__(cls):
        raise SystemExit


class Bite(Exception, metaclass=Meta):
    def __str__(self):
        raise self

    __repr__ = __str__


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    raise Bite


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    raise ExceptionGroup("x", [ValueError(1), Exception()] * 1000)
