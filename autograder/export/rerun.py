"""The notebook as the re-run showed it: the student's cells with our outputs."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec


def rerun_notebook(
    cells: Sequence[tuple[str, str]], outputs: Mapping[int, Sequence[Mapping[str, Any]]]
) -> bytes:
    """nbformat 4.5 as JSON. ``cells``: (kind, source); ``outputs``: by index of the cell.

    The outputs are hostile: whoever shows them has to sanitise.
    """
    return msgspec.json.encode(
        {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {"language_info": {"name": "python"}},
            "cells": [
                _cell(number, kind, source, outputs.get(number, ()))
                for number, (kind, source) in enumerate(cells)
            ],
        }
    )


def _cell(
    number: int, kind: str, source: str, outputs: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    cell: dict[str, Any] = {
        "id": f"cell-{number}",
        "cell_type": kind,
        "metadata": {},
        "source": _unicode(source),
    }
    if kind == "code":
        cell |= {"execution_count": None, "outputs": [_plain(output) for output in outputs]}
    return cell


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return _unicode(value)
    if isinstance(value, Mapping):
        return {_unicode(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def _unicode(value: str) -> str:
    """Without lone surrogates, which JSON in UTF-8 cannot hold."""
    return value.encode("utf-8", "replace").decode("utf-8")
