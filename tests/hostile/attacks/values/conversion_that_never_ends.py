# /// attack
# tries = "a number whose conversion loops for ever and ignores interrupts"
# total = 2
# waits = true
# [parts]
# 2d = "right"
# 1a = "time_limit"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
class Slow(float):
    def __float__(self):
        while True:
            try:
                while True:
                    pass
            except KeyboardInterrupt:
                pass


import fractions


class Endless(fractions.Fraction):
    __float__ = Slow.__float__


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return Endless(1, 3)
