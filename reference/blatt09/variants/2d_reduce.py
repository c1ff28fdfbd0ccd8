# functools.reduce over the rows.
from functools import reduce


def aufgabe_2d(W, x, grad_y):
    return reduce(np.add, map(np.multiply, W, grad_y))
