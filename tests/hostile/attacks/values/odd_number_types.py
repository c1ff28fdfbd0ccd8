# /// attack
# tries = "dates, structures, masks, matrices, decimals and strings in the place of numbers"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import decimal
import fractions

import numpy as np

odd = [
    np.datetime64("2026-01-01"),
    np.array([(1, 2.0)], dtype="i4,f8"),
    np.ma.masked_all(3),
    np.matrix([[1.0, 2.0]]),
    decimal.Decimal("sNaN"),
    fractions.Fraction(10**5000, 3),
    np.array(["1.5"]),
    memoryview(b"12345678").cast("d"),
    np.longdouble(1) / 3,
    type("Meta", (type,), {"__name__": property(lambda self: 1 / 0)})("Odd", (), {})(),
]
served = iter(odd * 9)


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return next(served)


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    return next(served)


aufgabe_2a = aufgabe_2b = lambda *_: next(served)
aufgabe_3b = lambda *_: (next(served), next(served))
