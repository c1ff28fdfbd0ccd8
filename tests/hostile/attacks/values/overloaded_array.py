# /// attack
# tries = "an ndarray whose operators, copies and bytes lie"
# total = 0
# [parts]
# 2d = "wrong"
# ///

# %%
import numpy as np


class Right(np.ndarray):
    def __eq__(self, other):
        return np.ones(self.shape, bool)

    def __array_ufunc__(self, *_, **__):
        return np.zeros(self.shape)

    def __array_function__(self, *_, **__):
        return True

    def tobytes(self, *_):
        return b""

    def astype(self, *_, **__):
        return self


def aufgabe_2d(W, x, grad_y):
    return np.ones(W.shape[1]).view(Right)
