# /// attack
# tries = "leaves values whose type fails, loops or lies when it is asked for its name"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
class Meta(type):
    def __getattribute__(cls, name):
        raise ZeroDivisionError(name)

    def __instancecheck__(cls, thing):
        raise SystemExit

    def __hash__(cls):
        raise SystemExit


class Nameless(metaclass=Meta):
    pass


thing = Nameless()
globals()[5] = globals()[None] = globals()[("a", 1)] = 1
