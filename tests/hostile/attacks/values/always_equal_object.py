# /// attack
# tries = "an object that is equal to everything and answers True to every operator"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["wrong", "raised", "unreadable"]
# 2b = ["unreadable", "wrong", "raised"]
# 3b = ["unreadable", "raised", "wrong"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
class Always:
    def __eq__(self, other):
        return True

    def __array__(self, *_, **__):
        return self

    def __getattr__(self, name):
        return self

    def __call__(self, *_, **__):
        return self

    __hash__ = None
    __lt__ = __gt__ = __le__ = __ge__ = __sub__ = __rsub__ = __mul__ = __add__ = __abs__ = (
        lambda self, *_: True
    )


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return Always()


aufgabe_2b = Always()
aufgabe_3b = lambda *_: (Always(), Always())
