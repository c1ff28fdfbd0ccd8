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

    A function whose required parameters all carry offered names gets those it takes, in any
    order and number. Any other function gets the values in the order that the sheet states, if
    it takes that many.
    """
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        return list(values), {}
    offered = dict(zip(names, values, strict=True))
    named = [p for p in parameters if p.name in offered and p.kind is not p.VAR_POSITIONAL]
    required = [
        p
        for p in parameters
        if p.default is p.empty and p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)
    ]
    if required and all(p.name in offered for p in required):
        positional = [offered[p.name] for p in named if p.kind is p.POSITIONAL_ONLY]
        keywords = {p.name: offered[p.name] for p in named if p.kind is not p.POSITIONAL_ONLY}
        return positional, keywords
    slots = [p for p in parameters if p.kind in _POSITIONAL]
    takes_any = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    least = sum(p.default is p.empty for p in slots)
    if takes_any or least <= len(values) <= len(slots):
        return list(values), {}
    if not slots and not required:
        takes_keywords = any(p.kind is p.VAR_KEYWORD for p in parameters)
        return [], offered if takes_keywords else {}
    found = ", ".join(p.name for p in parameters)
    raise CannotBind(f"({found})")
