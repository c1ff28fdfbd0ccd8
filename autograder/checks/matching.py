"""Compares answers on several inputs with the right values and with known wrong forms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.checks.comparing import close
from autograder.checks.values import Number
from autograder.checks.verdicts import wrong
from autograder.i18n import Text, text
from autograder.records.model import Evidence


@dataclass(frozen=True)
class WrongForm:
    """A misconception: its values on the same inputs, and the sentence that names it."""

    message: Text
    values: Sequence[float]
    credit: float = 0.0
    tolerance: float | None = None
    """Relative; by default that of the answer's precision."""


def match(
    found: Sequence[Number],
    expected: Sequence[float],
    forms: Iterable[WrongForm],
    labels: Sequence[str],
    otherwise: Text | None = None,
) -> None:
    """End the check as wrong unless every value is right.

    ``labels`` name the inputs for the hint "right only for …". The message is that of the
    first wrong form that gives all the found values, else a general hint, else ``otherwise``.
    """
    right = [close(f, e) for f, e in zip(found, expected, strict=True)]
    if all(right):
        return
    first = right.index(False)
    evidence = Evidence(
        inputs={"case": labels[first]},
        found=repr(found[first].value),
        expected=repr(float(expected[first])),
        tolerance=found[first].tolerance,
    )
    for form in forms:
        if all(close(f, v, form.tolerance) for f, v in zip(found, form.values, strict=True)):
            wrong(form.message, evidence, form.credit)
    wrong(_general_hint(found, expected, right, labels) or otherwise, evidence)


def _general_hint(
    found: Sequence[Number], expected: Sequence[float], right: list[bool], labels: Sequence[str]
) -> Text | None:
    if any(right):
        where = ", ".join(
            dict.fromkeys(label for label, ok in zip(labels, right, strict=True) if ok)
        )
        return text("Das Ergebnis stimmt nur für {where}.", where=where)
    if not any(f.value for f in found):
        return text("Das Ergebnis ist immer 0.")
    with np.errstate(all="ignore"):
        ratios = np.array([f.value for f in found]) / np.array(expected, dtype=float)
        spread = float(np.ptp(ratios))
    if not np.isfinite(ratios).all() or not ratios.all():
        return None
    if spread <= 1e-6 * float(np.abs(ratios).max()):
        if abs(float(ratios[0]) + 1) < 1e-6:
            return text("Das Vorzeichen stimmt nicht.")
        return text("Das Ergebnis unterscheidet sich um einen konstanten Faktor.")
    if np.allclose(np.abs(ratios), 1.0, rtol=1e-6):
        return text("Das Vorzeichen stimmt nicht immer.")
    return None
