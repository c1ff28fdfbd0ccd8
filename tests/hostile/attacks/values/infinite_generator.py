# /// attack
# tries = "iterators, ranges and sequences without an end"
# total = 2
# [parts]
# 2d = "right"
# 1a = "wrong"
# 1c = "wrong"
# 1d = ["memory_limit", "time_limit", "unreadable"]
# 3b = ["memory_limit", "time_limit", "unreadable"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import itertools


class Endless(list):
    def __iter__(self):
        return itertools.count()

    def __len__(self):
        return 10**9


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return itertools.count()


def aufgabe_1c(x, w, b, sigma):
    return itertools.repeat(0.0), map(float, itertools.count())


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    return range(10**12)


aufgabe_3b = Endless()
