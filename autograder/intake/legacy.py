"""Notebooks that the fast and strict reader does not take as they are."""

import json
from typing import Any

from autograder.i18n import text
from autograder.intake.contract import Refused
from autograder.intake.encoding import well_formed
from autograder.intake.entry import MIB
from autograder.intake.names import display

_SAID = ("cell_type", "source", "input", "code", "text", "level", "language")

SLOW_MIB = 16
"""Files that are parsed into Python objects as a whole (some twenty bytes for each of theirs)."""


def forgiving(json_text: str, name: str) -> bytes:
    """JSON as Python writes it (NaN, Infinity, lone surrogates, huge numbers) as strict JSON.

    Numbers carry nothing that is graded. Raises :class:`json.JSONDecodeError` as the strict
    reader's error, :class:`RecursionError`, or :class:`Refused` for files over their cap.
    """
    return _dumped(_loaded(json_text, name))


def upgraded(json_text: str, nbformat: int, name: str) -> bytes:
    """The cells of a notebook of format 1 to 3 as format 4; raises :class:`Refused`."""
    from nbformat import convert, from_dict

    try:
        pruned = _pruned(_loaded(json_text, name), nbformat)
        return _dumped(convert(from_dict(pruned), 4))
    except Refused:
        raise
    except Exception as error:  # whatever a hostile shape makes the library raise
        raise Refused(
            text(
                "„{name}“ ist in einem alten Notebook-Format gespeichert ({version}) und lässt "
                "sich nicht umwandeln. Bitte öffnen Sie es in einem aktuellen Jupyter, speichern "
                "Sie es neu und geben Sie es noch einmal ab.",
                name=display(name),
                version=nbformat,
            )
        ) from error


def _pruned(notebook: Any, nbformat: int) -> dict[str, Any]:
    """Only what cells say: the library needs a hundred times the size of all the rest."""
    if nbformat == 1:
        if any(cell["cell_type"] not in ("code", "text") for cell in notebook["cells"]):
            raise ValueError("the library would repeat the cell before one of another type")
        return {"nbformat": 1, "cells": [_cell(cell) for cell in notebook["cells"]]}
    sheets = [{"cells": [_cell(cell) for cell in one["cells"]]} for one in notebook["worksheets"]]
    return {"nbformat": nbformat, "nbformat_minor": 0, "metadata": {}, "worksheets": sheets}


def _cell(cell: dict[str, Any]) -> dict[str, Any]:
    said = {key: value for key, value in cell.items() if key in _SAID and _is_plain(value)}
    return {"outputs": [], "metadata": {}, **said}


def _is_plain(value: Any) -> bool:
    listed = value if isinstance(value, list) else [value]
    return all(isinstance(one, str | int) for one in listed)


def _loaded(json_text: str, name: str) -> Any:
    if len(json_text) > SLOW_MIB * MIB:
        raise Refused(
            text(
                "„{name}“ ist zu groß, um umgewandelt zu werden (mehr als {mib} MiB). Bitte "
                "löschen Sie in Jupyter alle Ausgaben, speichern Sie neu und geben Sie das "
                "Notebook noch einmal ab.",
                name=display(name),
                mib=SLOW_MIB,
            )
        )
    return json.loads(
        json_text,
        parse_int=_small_int,
        parse_float=lambda _: 0.0,
        parse_constant=lambda _: None,
    )


def _small_int(digits: str) -> int:
    return int(digits) if len(digits) < 10 else 0


def _dumped(notebook: Any) -> bytes:
    return well_formed(json.dumps(notebook, ensure_ascii=False)).encode("utf-8")
