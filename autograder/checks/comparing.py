"""Comparisons with the tolerance that the answer's own precision asks for."""

from typing import Any

import numpy as np

from autograder.checks.showing import shown
from autograder.checks.values import Number, Vector
from autograder.checks.verdicts import wrong
from autograder.i18n import Text
from autograder.records.model import Evidence


def close(found: Number | Vector, expected: Any, tolerance: float | None = None) -> bool:
    """Whether ``found`` is ``expected`` up to ``tolerance`` relative to the largest entry.

    NaN in ``expected`` stands for an entry that is not asked for. Default: the tolerance of the
    precision in which ``found`` was computed.
    """
    values = np.asarray(found.value if isinstance(found, Number) else found.array, dtype=float)
    reference = np.asarray(expected, dtype=float)
    if values.shape != reference.shape:
        return False
    asked = ~np.isnan(reference)
    if not asked.any():
        return True
    bound = (found.tolerance if tolerance is None else tolerance) * np.abs(reference[asked]).max()
    with np.errstate(all="ignore"):
        return bool(np.all(np.abs(values[asked] - reference[asked]) <= bound))


def same(
    found: Number | Vector,
    expected: Any,
    message: Text | None = None,
    tolerance: float | None = None,
) -> None:
    """End the check as wrong, with evidence, unless :func:`close`."""
    if not close(found, expected, tolerance):
        value = found.value if isinstance(found, Number) else found.array
        wrong(
            message,
            Evidence(
                found=shown(value),
                expected=shown(np.asarray(expected)),
                tolerance=found.tolerance if tolerance is None else tolerance,
            ),
        )
