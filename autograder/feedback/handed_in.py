"""A notebook's bytes → cells that nbconvert may see: known fields only, bounded, in order."""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

import msgspec
from nbformat import NotebookNode, from_dict

from autograder.feedback.images import SIGNATURES, SVG, picture, picture_file
from autograder.feedback.marks import unmarked
from autograder.render import safe

NOTEBOOK_MIB = 64
CELLS = 400
OUTPUTS = 20
"""Shown of one cell."""
HTML_KIB = 128
_SUFFIXES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif"}
_PICTURE_LINK = re.compile(r"(!\[[^\]\n]{0,200}\]\()([^)\s]{1,200})(\))")

Raw = Mapping[str, Any]


def raw_cells(content: bytes | None) -> list[Raw]:
    """The cells of a notebook of format 4; none of whatever else it may be."""
    if not content or len(content) > NOTEBOOK_MIB << 20:
        return []
    try:
        notebook = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return []
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    listed = cells[:CELLS] if isinstance(cells, list) else []
    return [one for one in listed if isinstance(one, dict)]


def source_of(cell: Raw) -> str:
    return safe.block(joined(cell.get("source")))


def notebook(cells: Sequence[Raw], files: Mapping[str, bytes], folder: str = "") -> NotebookNode:
    """The cells rebuilt; pictures beside the notebook (``files``) become attachments."""
    rebuilt = [_cell(cell, files, folder) for cell in cells]
    return from_dict({"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": rebuilt})


def joined(value: Any) -> str:
    """nbformat's multi-line strings: a string, or a list of such; see :func:`unmarked`."""
    if isinstance(value, list):
        value = "".join(one for one in value if isinstance(one, str))
    return unmarked(value) if isinstance(value, str) else ""


def _cell(cell: Raw, files: Mapping[str, bytes], folder: str) -> dict[str, Any]:
    source = source_of(cell)
    if cell.get("cell_type") == "code":
        outputs = cell.get("outputs")
        listed = outputs[:OUTPUTS] if isinstance(outputs, list) else []
        shown = [made for one in listed if isinstance(one, dict) and (made := _output(one))]
        code: dict[str, Any] = {"cell_type": "code", "execution_count": None, "metadata": {}}
        return code | {"source": source, "outputs": shown}
    if cell.get("cell_type") != "markdown":
        return {"cell_type": "raw", "metadata": {}, "source": source}
    pictures = _attachments(cell.get("attachments"))

    def beside(found: re.Match[str]) -> str:
        path = str(PurePosixPath(folder) / found[2])
        mime = _SUFFIXES.get(PurePosixPath(path).suffix.lower())
        checked = picture_file(mime, files[path]) if mime and path in files else None
        if checked is None:
            return found[0]
        name = f"file-{len(pictures)}"
        pictures[name] = {checked.mime: checked.coded}
        return f"{found[1]}attachment:{name}{found[3]}"

    source = _PICTURE_LINK.sub(beside, source)
    return {"cell_type": "markdown", "metadata": {}, "source": source, "attachments": pictures}


def _attachments(value: Any) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name, bundle in list(value.items())[:OUTPUTS] if isinstance(value, dict) else ():
        for mime, content in bundle.items() if isinstance(bundle, dict) else ():
            checked = picture(mime, joined(content))
            if checked is not None:
                found[name] = {mime: checked.coded}
    return found


def _output(output: Raw) -> dict[str, Any] | None:
    kind = output.get("output_type")
    if kind == "stream":
        return {
            "output_type": kind,
            "name": "stdout",
            "text": safe.block(joined(output.get("text"))),
        }
    if kind == "error":
        trace = output.get("traceback")
        lines = [one for one in trace if isinstance(one, str)] if isinstance(trace, list) else []
        shown = safe.block("\n".join(lines) or joined(output.get("evalue")))
        return {"output_type": "stream", "name": "stderr", "text": shown}
    bundle = output.get("data")
    data = _richest(bundle) if isinstance(bundle, dict) else None
    return {"output_type": "display_data", "metadata": {}, "data": data} if data else None


def _richest(bundle: Raw) -> dict[str, str] | None:
    """The richest form that can be shown: picture, table, formula, text."""
    for mime in (*SIGNATURES, SVG):
        checked = picture(mime, joined(bundle.get(mime)))
        if checked is not None:
            return {"text/html": f'<img src="{checked.uri}" alt="Abbildung / figure">'}
    html = joined(bundle.get("text/html"))
    if html and len(html) <= HTML_KIB * 1024:
        return {"text/html": html}
    plain = joined(bundle.get("text/plain"))
    return {"text/plain": safe.block(plain)} if plain else None
