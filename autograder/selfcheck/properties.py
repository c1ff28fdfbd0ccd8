"""The kinds of properties that an answer's value can be asked for: form, never correctness.

==========  ======================================================================================
number      one finite real number
array       nested lists, arrays or tensors of numbers with ``shape``, axes of length 1 aside; all
            of them finite but those before the index ``first`` of the first axis, or, where
            ``finite`` is false, any
items       one value per property in ``each``, in this order
list        ``of``: a property of each of its entries; ``count``: how many
texts       ``count`` texts that are not empty; ``distinct``: no two alike
record      a dictionary that has the keys of ``keys``, each with its property
object      has the methods named in ``methods``
==========  ======================================================================================

Sizes are whole numbers or speak of the arguments of the call: ``"n_out"``, ``"len(w)"``,
``"len(w)-1"``.
"""

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from autograder.i18n import Text, text
from autograder.selfcheck.plain import described, entries, number_of, plain, shape_of

Property = Mapping[str, Any]
Arguments = Mapping[str, Any]

SIZE = re.compile(
    r"(?:len\((?P<of>\w+)\)|(?P<name>[A-Za-z_]\w*)|(?P<number>\d+))(?P<more>[+-]\d+)?"
)
"""How a size is written in the table."""


def problem(value: Any, wanted: Property, arguments: Arguments) -> Text | None:
    """What is wrong with the form of ``value``; None where nothing is."""
    return _KINDS[wanted["kind"]](value, wanted, arguments)


def size(written: int | str, arguments: Arguments) -> int:
    """A size of the table for this call."""
    match = SIZE.fullmatch(str(written))
    assert match is not None, written  # the table was checked when it was read
    if match["number"]:
        base = int(match["number"])
    else:
        base = len(arguments[match["of"]]) if match["of"] else int(arguments[match["name"]])
    return base + int(match["more"] or 0)


def _number(value: Any, _wanted: Property, _arguments: Arguments) -> Text | None:
    number = number_of(value)
    if number is None:
        return text("Erwartet wird eine Zahl, gefunden: {found}.", found=described(value))
    return _not_finite([number])


def _array(value: Any, wanted: Property, arguments: Arguments) -> Text | None:
    numbers = plain(value)
    expected = tuple(size(one, arguments) for one in wanted["shape"])
    found = shape_of(numbers)
    if found is None or _squeezed(found) != _squeezed(expected):
        return text(
            "Erwartet wird ein Array der Form {expected}, gefunden: {found}.",
            expected=f"({', '.join(map(str, expected))}{',' * (len(expected) == 1)})",
            found=described(value),
        )
    if not wanted.get("finite", True):
        return None
    flat = entries(numbers)
    rows = _squeezed(found)[:1] or (1,)
    return _not_finite(flat[wanted.get("first", 0) * len(flat) // rows[0] :])


def _items(value: Any, wanted: Property, arguments: Arguments) -> Text | None:
    given = _entries_of(value)
    each = wanted["each"]
    if given is None or len(given) != len(each):
        return text(
            "Erwartet werden {count} Werte nebeneinander, etwa „return a, b“; gefunden: {found}.",
            count=len(each),
            found=described(value),
        )
    for place, (one, inner) in enumerate(zip(given, each, strict=True), 1):
        if found := problem(one, inner, arguments):
            return _within(text("{n}. Wert", n=place), found)
    return None


def _list(value: Any, wanted: Property, arguments: Arguments) -> Text | None:
    given = _entries_of(value)
    count = wanted.get("count")
    expected = None if count is None else size(count, arguments)
    if given is None or (expected is not None and len(given) != expected):
        return _count_differs(expected, value)
    for place, one in enumerate(given, 1):
        if found := problem(one, wanted["of"], arguments):
            return _within(text("{n}. Eintrag", n=place), found)
    return None


def _texts(value: Any, wanted: Property, arguments: Arguments) -> Text | None:
    given = _entries_of(value)
    expected = size(wanted["count"], arguments)
    if given is None or len(given) != expected:
        return _count_differs(expected, value)
    said = [one.strip() if isinstance(one, str) else "" for one in given]
    if not all(said):
        return text("Erwartet werden Texte, die nicht leer sind.")
    if wanted.get("distinct") and len({one.casefold() for one in said}) < len(said):
        return text("Zwei der Texte sind gleich.")
    return None


def _record(value: Any, wanted: Property, arguments: Arguments) -> Text | None:
    keys = wanted["keys"]
    given = list(map(str, value)) if isinstance(value, dict) else [described(value)]
    if not isinstance(value, dict) or not keys.keys() <= value.keys():
        return text(
            "Erwartet wird ein Dictionary mit den Schlüsseln {keys}; gefunden: {found}.",
            keys=", ".join(keys),
            found=", ".join(given),
        )
    for key, inner in keys.items():
        if found := problem(value[key], inner, arguments):
            return _within(Text(str(key), str(key)), found)
    return None


def _object(value: Any, wanted: Property, _arguments: Arguments) -> Text | None:
    missing = [name for name in wanted["methods"] if not callable(getattr(value, name, None))]
    if missing:
        return text(
            "Erwartet wird ein Objekt mit {methods}, gefunden: {found}.",
            methods=", ".join(f"{name}()" for name in missing),
            found=described(value),
        )
    return None


def _entries_of(value: Any) -> list[Any] | None:
    """The entries of a list, tuple, dictionary, array or tensor as they are."""
    if isinstance(value, list | tuple):
        return list(value)
    if isinstance(value, dict):
        return list(value.values())
    as_list = plain(value)
    return as_list if isinstance(as_list, list) else None


def _count_differs(expected: int | None, value: Any) -> Text:
    if expected is None:
        return text("Erwartet wird eine Liste, gefunden: {found}.", found=described(value))
    return text(
        "Erwartet wird eine Liste mit {count} Einträgen, gefunden: {found}.",
        count=expected,
        found=described(value),
    )


def _not_finite(numbers: list[float]) -> Text | None:
    if any(math.isnan(one) for one in numbers):
        return text("Das Ergebnis enthält NaN.")
    if any(math.isinf(one) for one in numbers):
        return text("Das Ergebnis ist unendlich groß.")
    return None


def _squeezed(shape: tuple[int, ...]) -> tuple[int, ...]:
    """Without the axes of length 1: a column of n numbers and n numbers are the same form."""
    return tuple(length for length in shape if length != 1)


def _within(where: Text, found: Text) -> Text:
    return Text(f"{where.de}: {found.de}", f"{where.en}: {found.en}")


_KINDS: dict[str, Callable[[Any, Property, Arguments], Text | None]] = {
    "number": _number,
    "array": _array,
    "items": _items,
    "list": _list,
    "texts": _texts,
    "record": _record,
    "object": _object,
}
