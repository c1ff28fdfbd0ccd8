"""Whether a forward pass is a chain of layers with shortcuts, wherever these run.

*Folgerichtig* is for the derivative of an own network. Of a function that was made up so that its
derivative needs no thought, people decide.
"""

import numpy as np
from blatt09_chains import Chain
from blatt09_follow_up import ask_forward, forward_cases

from autograder.checks import Verdict
from autograder.checks.student import Student


def is_own_network(student: Student, rng: np.random.Generator) -> bool:
    """Whether every layer of 1c takes the output before it, its weight, and known shortcuts."""
    for case in forward_cases(rng):
        try:
            s, o, tolerance = ask_forward(student, case)
        except Verdict:
            return False
        o[0] = case.x
        if not all(_is_layer(case, s, o, i, tolerance) for i in range(1, case.n + 1)):
            return False
    return True


def _is_layer(c: Chain, s: np.ndarray, o: np.ndarray, i: int, tolerance: float) -> bool:
    w = float(c.w[i])
    plain = w * o[i - 1] + np.array([c.b[i], 0.0])
    shortcuts = _shortcuts(s, o, i)
    arguments = np.append(plain, _joined(plain, shortcuts, w))
    activated = c.sigma(np.append(arguments, s[i]))
    outputs = np.append(activated, _joined(np.array([activated[-1], s[i]]), shortcuts, w))
    if not _among(s[i], plain, tolerance):
        outputs = np.append(outputs, s[i])  # the shortcut runs past the activation
    return _among(s[i], arguments, tolerance) and _among(o[i], outputs, tolerance)


def _shortcuts(s: np.ndarray, o: np.ndarray, i: int) -> np.ndarray:
    """What may run into layer i: one earlier value, or a sum of earlier outputs."""
    sums = [part.sum() for part in (o[:i], o[1:i], o[: i - 1], o[1 : i - 1], o[1 : i - 1 : 2])]
    return np.concatenate([o[:i], s[1:i], sums])


def _joined(values: np.ndarray, shortcuts: np.ndarray, w: float) -> np.ndarray:
    a, e = values[:, None], shortcuts[None, :]
    return np.concatenate(
        [(a + e).ravel(), (a * e).ravel(), (a + e).ravel() / 2, (a + w * e).ravel()]
    )


def _among(value: float, candidates: np.ndarray, tolerance: float) -> bool:
    return bool(np.any(np.abs(candidates - value) <= tolerance * max(1.0, abs(value))))
