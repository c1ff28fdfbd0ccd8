"""Numbers as students write them, without rounding and without size surprises."""

import math
from decimal import Decimal
from fractions import Fraction

from autograder.formulas.tree import NUMBER_DIGITS, Negate, Node, Number
from autograder.formulas.unreadable import Unreadable
from autograder.i18n import text

_EXPONENT = 400


def number(source: str) -> Number:
    """Digits, at most one point and an exponent: exactly what is written."""
    mantissa, _, exponent = source.lower().partition("e")
    digits = mantissa.replace(".", "").strip("0")
    if len(mantissa) > NUMBER_DIGITS or len(exponent) > 5 or abs(int(exponent or 0)) > _EXPONENT:
        raise _too_long()
    value = Fraction(Decimal(source))
    decimal = "." in mantissa or bool(exponent)
    return Number(value, len(digits) if decimal else 0)


def plain_number(value: float) -> Node:
    """A Python ``int`` or ``float`` as a tree; raises :class:`Unreadable` for NaN and infinity."""
    if isinstance(value, float) and not math.isfinite(value):
        raise Unreadable(
            text(
                "Die Antwort ist {value} und keine endliche Zahl. Bitte prüfen Sie die Rechnung.",
                value=value,
            )
        )
    if isinstance(value, int) and abs(value) >= 10**NUMBER_DIGITS:
        raise _too_long()
    read = number(repr(abs(value)))
    if read.value.denominator == 1:
        read = Number(read.value)
    return Negate(read) if value < 0 else read


def _too_long() -> Unreadable:
    return Unreadable(
        text(
            "Eine Zahl in der Formel ist zu lang (höchstens {digits} Ziffern). Bitte geben Sie sie "
            "exakt als Bruch, Wurzel oder Potenz an.",
            digits=NUMBER_DIGITS,
        )
    )
