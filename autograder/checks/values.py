"""What came back, as numbers: with helpful words for everything that is none.

A value keeps the precision it was computed in, so that comparisons can ask for no more.
"""

import builtins
import math
from dataclasses import dataclass
from typing import Any, NoReturn

import numpy as np
import numpy.typing as npt

from autograder.checks.showing import shown
from autograder.checks.verdicts import Verdict, wrong
from autograder.i18n import Text, text
from autograder.records.model import Evidence, Outcome
from autograder.wire.values import Remote, TensorValue

FloatArray = npt.NDArray[np.float64]

RELATIVE_TOLERANCE = {8: 1e-7, 4: 2e-4, 2: 3e-2}
"""By bytes of the floating-point type that the answer was computed in."""
MAX_LIST_ITEMS = 200_000
"""In all lists of one value together; arrays may be larger."""
_PUBLIC_TYPES = {thing.__name__ for thing in vars(builtins).values() if isinstance(thing, type)}
_PUBLIC_TYPES |= {"function", "generator", "method", "module", "coroutine", "NoneType", "ellipsis"}
_PUBLIC_TYPES |= {"builtin_function_or_method", "dict_keys", "dict_values", "dict_items"}


@dataclass(frozen=True)
class Number:
    """One real number and the relative error that its precision excuses."""

    value: float
    tolerance: float


@dataclass(frozen=True)
class Vector:
    """Real numbers of one shape and the relative error that their precision excuses."""

    array: FloatArray
    tolerance: float


def number(value: Any, allow_nan: bool = False) -> Number:
    """A real number: Python, numpy or torch, also as an array with one element."""
    array, tolerance = _real(value)
    if array.size != 1:
        wrong(
            text(
                "Erwartet wird eine einzelne Zahl, zurückgegeben wurde ein Feld der Form {shape}.",
                shape=array.shape,
            )
        )
    single = float(array.reshape(()))
    if np.isnan(single) and not allow_nan:
        _nan()
    return Number(single, tolerance)


def vector(value: Any, length: int | None = None, nan_at: tuple[int, ...] = ()) -> Vector:
    """A sequence of real numbers; entries ``nan_at`` may be anything and become NaN."""
    array, tolerance = _real(value)
    if array.ndim == 2 and 1 in array.shape:
        wrong(
            text(
                "Erwartet wird ein Vektor, zurückgegeben wurde eine Matrix der Form {shape}.",
                shape=array.shape,
            )
        )
    too_short = array.ndim == 1 and len(array) <= max(nan_at, default=-1)
    if array.ndim != 1 or too_short or (length is not None and len(array) != length):
        wrong(
            text(
                "Erwartet wird ein Vektor der Länge {length}, zurückgegeben wurde ein Feld der "
                "Form {shape}.",
                length=length if length is not None else "n",
                shape=array.shape,
            )
        )
    array = array.copy()
    array[list(nan_at)] = np.nan
    if np.isnan(np.delete(array, list(nan_at))).any():
        _nan()
    return Vector(array, tolerance)


def unwrapped(value: Any) -> Any:
    """The numbers of a column or row as a plain vector; anything else as it is."""
    array = value.array if isinstance(value, TensorValue) else value
    if isinstance(array, np.ndarray) and array.ndim == 2 and 1 in array.shape:
        return array.reshape(-1)
    if isinstance(value, (list, tuple)) and value and all(map(_is_row, value)):
        if len(value) == 1:
            return value[0]
        if all(len(row) == 1 for row in value):
            return [row[0] for row in value]
    return value


def _is_row(value: Any) -> bool:
    return isinstance(value, (list, tuple))


def matrix(value: Any, shape: tuple[int, int]) -> Vector:
    """A matrix of real numbers of exactly this shape."""
    array, tolerance = _real(value)
    if array.shape != shape:
        wrong(
            text(
                "Erwartet wird eine Matrix der Form {expected}, zurückgegeben wurde ein Feld der "
                "Form {shape}.",
                expected=shape,
                shape=array.shape,
            )
        )
    if np.isnan(array).any():
        _nan()
    return Vector(array, tolerance)


def numbers(value: Any) -> Vector:
    """Real numbers of any shape, NaN and inf among them."""
    array, tolerance = _real(value)
    return Vector(array, tolerance)


def bits(value: Any) -> Vector:
    """Zeros and ones of any shape: numbers, or truth values in their place."""
    return numbers(_without_bools(value))


def _without_bools(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, TensorValue):
        value = value.array
    if isinstance(value, np.ndarray) and value.dtype.kind == "b":
        return value.astype(np.uint8)
    if isinstance(value, (list, tuple)) and not _too_many(value):
        return [_without_bools(item) for item in value]
    return value


def single(value: Any) -> Vector:
    """One number, also where it stands in an array alone."""
    found = numbers(value)
    return Vector(found.array.reshape(()), found.tolerance) if found.array.size == 1 else found


def pair(value: Any) -> tuple[Any, Any]:
    """Two values as a tuple, list or array with two entries."""
    if isinstance(value, TensorValue):
        value = value.array
    is_sequence = isinstance(value, (list, tuple)) or (
        isinstance(value, np.ndarray) and value.ndim >= 1
    )
    if not is_sequence or len(value) != 2:
        _demand_answer(value)
        _not_as_asked(value, text("zwei Werte als Tupel"))
    return value[0], value[1]


def _real(returned: Any) -> tuple[FloatArray, float]:
    expected = text("Zahlen")
    value = returned.array if isinstance(returned, TensorValue) else returned
    _demand_answer(value)
    if isinstance(value, (bool, str, bytes, dict, frozenset, Remote)):
        _not_as_asked(value, expected)
    if isinstance(value, (list, tuple)):
        return _from_items(value)
    if type(value) is int:
        value = _as_float(value)
    array = np.asarray(value)
    if array.dtype.kind == "c":
        if np.any(array.imag != 0):
            _not_as_asked(returned, text("reelle Zahlen"))
        array = array.real
    if array.dtype.kind not in "iuf":
        _not_as_asked(returned, expected)
    width = array.dtype.itemsize if array.dtype.kind == "f" else 8
    return array.astype(np.float64), RELATIVE_TOLERANCE.get(width, RELATIVE_TOLERANCE[8])


def _demand_answer(value: Any) -> None:
    """End the check where a function returned nothing at all."""
    if value is None:
        wrong(text("Die Funktion gibt nichts zurück. Fehlt ein return?"))
    if isinstance(value, Remote) and value.type == "builtins.ellipsis":
        wrong(text("Die Funktion gibt noch „...“ zurück; hier fehlt Ihre Antwort."))


def _as_float(value: int) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def _from_items(items: Any) -> tuple[FloatArray, float]:
    """Lists may mix Python floats, numpy scalars and 0-d tensors; None stands for no value."""
    if _too_many(items):
        wrong(text("Die zurückgegebene Liste hat mehr als {limit} Einträge.", limit=MAX_LIST_ITEMS))
    arrays, tolerance = [], RELATIVE_TOLERANCE[8]
    for item in items:
        array, own = (np.array(np.nan), tolerance) if item is None else _real(item)
        tolerance = max(tolerance, own)
        single = array.size == 1 and not isinstance(item, (list, tuple))
        arrays.append(array.reshape(()) if single else array)
    if len({array.shape for array in arrays}) > 1:
        wrong(text("Die zurückgegebene Liste enthält Einträge verschiedener Form."))
    return np.array(arrays, dtype=np.float64), tolerance


def _too_many(items: Any) -> bool:
    """Counted before anything is converted: a None takes one byte on the way here."""
    waiting, count = [items], 0
    while waiting:
        current = waiting.pop()
        count += len(current)
        if count > MAX_LIST_ITEMS:
            return True
        waiting += [item for item in current if isinstance(item, (list, tuple))]
    return False


def _nan() -> NoReturn:
    raise Verdict(
        Outcome.NAN,
        text(
            "Das Ergebnis ist NaN (keine Zahl). Wurde ein Eintrag mit Index 0 benutzt, den es auf "
            "dem Blatt nicht gibt (w[0], b[0], s[0])?"
        ),
    )


def _not_as_asked(value: Any, expected: Text) -> NoReturn:
    sentence = text("Erwartet: {expected}; zurückgegeben wurde ein Wert vom Typ {found}.")
    found = kind_of(value)
    wrong(
        Text(
            sentence.de.format(expected=expected.de, found=found),
            sentence.en.format(expected=expected.en, found=found),
        ),
        Evidence(found=shown(value)),
    )


def kind_of(value: Any) -> str:
    """The name of the type as a student knows it.

    Of an object that stayed inside, only Python's own names: a class of the student's could be
    named after hidden inputs.
    """
    if isinstance(value, Remote):
        name = value.type.removeprefix("builtins.")
        return name if name in _PUBLIC_TYPES else "object"
    if isinstance(value, TensorValue):
        return "torch.Tensor"
    return type(value).__name__
