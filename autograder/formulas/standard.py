"""The closed table of functions that every answer may use, and their many spellings.

Each entry says how many arguments it takes and how it is computed; ``bounded`` ones grow fast
or cost much for large arguments, so their arguments are limited before they are called.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from autograder.formulas.unreadable import Unreadable, quoted
from autograder.i18n import text


@dataclass(frozen=True, slots=True)
class Standard:
    """A known function; ``compute`` gets an mpmath context and the argument values."""

    compute: Callable[..., Any]
    least: int = 1
    most: int = 1
    bounded: bool = True


STANDARD: dict[str, Standard] = {
    "sqrt": Standard(lambda c, x: c.sqrt(x), bounded=False),
    "root": Standard(lambda c, x, n: c.power(x, 1 / n), 2, 2, bounded=False),
    "abs": Standard(lambda _, x: abs(x), bounded=False),
    "sign": Standard(lambda c, x: c.sign(x), bounded=False),
    "max": Standard(lambda _, *x: max(x), 1, 8, bounded=False),
    "min": Standard(lambda _, *x: min(x), 1, 8, bounded=False),
    "relu": Standard(lambda c, x: max(x, c.zero), bounded=False),
    "log": Standard(
        lambda c, x, *base: c.log(x) / c.log(base[0]) if base else c.log(x), 1, 2, bounded=False
    ),
    "log2": Standard(lambda c, x: c.log(x) / c.log(2), bounded=False),
    "log10": Standard(lambda c, x: c.log(x) / c.log(10), bounded=False),
    "exp": Standard(lambda c, x: c.exp(x)),
    "sin": Standard(lambda c, x: c.sin(x)),
    "cos": Standard(lambda c, x: c.cos(x)),
    "tan": Standard(lambda c, x: c.tan(x)),
    "asin": Standard(lambda c, x: c.asin(x)),
    "acos": Standard(lambda c, x: c.acos(x)),
    "atan": Standard(lambda c, x: c.atan(x)),
    "sinh": Standard(lambda c, x: c.sinh(x)),
    "cosh": Standard(lambda c, x: c.cosh(x)),
    "tanh": Standard(lambda c, x: c.tanh(x)),
    "sigmoid": Standard(lambda c, x: 1 / (1 + c.exp(-x))),
    "factorial": Standard(lambda c, x: c.gamma(x + 1)),
}

SPELLINGS: dict[str, str] = {
    "ln": "log", "lg": "log10", "wurzel": "sqrt", "Abs": "abs", "fabs": "abs", "absolute": "abs",
    "betrag": "abs", "sgn": "sign", "Max": "max", "Min": "min", "maximum": "max",
    "minimum": "min", "ReLU": "relu", "arcsin": "asin", "arccos": "acos", "arctan": "atan",
    "logistic": "sigmoid", "expit": "sigmoid", "Exp": "exp",
}  # fmt: skip


def standard_name(name: str) -> str | None:
    """The table's name of a function as students write it, or None."""
    name = SPELLINGS.get(name, name)
    return name if name in STANDARD else None


def wrong_arguments(name: str, least: int, most: int, found: int) -> Unreadable:
    """A function with too many or too few arguments."""
    return Unreadable(
        text(
            "Die Funktion „{name}“ erwartet {expected} Argument(e), gefunden wurden {found}.",
            name=quoted(name),
            expected=least if least == most else f"{least}-{most}",
            found=found,
        )
    )
