"""Derivatives by differences, for functions that can only be called."""

from collections.abc import Callable
from itertools import pairwise


def derivative(function: Callable[[float], float], at: float, first_step: float = 1e-2) -> float:
    """``f'(at)`` by Richardson extrapolation of central differences (three halvings).

    The error is O(h⁸) plus rounding of about 1e-16/h. The function is called eight times.
    (Ridders 1982, Advances in Engineering Software 4(2).)
    """
    table: list[float] = []
    for halving in range(4):
        h = first_step / 2**halving
        table.append((function(at + h) - function(at - h)) / (2 * h))
    for order in range(1, 4):
        weight = float(4**order)
        table = [(weight * fine - coarse) / (weight - 1) for coarse, fine in pairwise(table)]
    return table[0]
