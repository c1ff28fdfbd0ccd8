"""Gives a student's function the arguments it asks for: by name, else by position."""

import inspect
from collections.abc import Callable, Sequence
from typing import Any

_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


class CannotBind(TypeError):
    """The signature fits neither by name nor by position; the text says what was found."""


def bind(
    function: Callable[..., Any], names: Sequence[str], values: Sequence[Any]
) -> tuple[list[Any], dict[str, Any]]:
    """Positional and keyword arguments for a call.

    A function that takes offered names, and requires no others, gets those it takes, in any order
    and number. Any other function gets the values in the order that the sheet states, if it takes
    that many; so does one that begins as the sheet does and collects the rest (``x, *rest``).
    """
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        return list(values), {}
    offered = dict(zip(names, values, strict=True))
    single = [p for p in parameters if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]
    named = [p for p in single if p.name in offered]
    required = [p for p in single if p.default is p.empty]
    slots = [p for p in parameters if p.kind in _POSITIONAL]
    takes_any = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    takes_keywords = any(p.kind is p.VAR_KEYWORD for p in parameters)
    begins_as_stated = slots == single and [p.name for p in slots] == list(names[: len(slots)])
    by_name = bool(named) and all(p.name in offered for p in required)
    if by_name and not (takes_any and begins_as_stated):
        return _by_name(named, slots, offered, takes_keywords)
    least = sum(p.default is p.empty for p in slots)
    if takes_any or least <= len(values) <= len(slots):
        return list(values), {}
    if not slots and not required:
        return [], offered if takes_keywords else {}
    found = ", ".join(p.name for p in parameters)
    raise CannotBind(f"({found})")


def _by_name(
    named: list[inspect.Parameter],
    slots: list[inspect.Parameter],
    offered: dict[str, Any],
    takes_keywords: bool,
) -> tuple[list[Any], dict[str, Any]]:
    unnamed = [p for p in slots if p.kind is p.POSITIONAL_ONLY]
    while unnamed and unnamed[-1].name not in offered:
        unnamed.pop()
    positional = [offered.get(p.name, p.default) for p in unnamed]
    taken = {p.name for p in named if p.kind is not p.POSITIONAL_ONLY}
    if takes_keywords:
        taken = offered.keys() - {p.name for p in unnamed}
    return positional, {name: value for name, value in offered.items() if name in taken}
