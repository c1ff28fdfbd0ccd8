"""Translations of a master: a markdown file with one section per cell key.

A section begins with a line ``<!-- cell: KEY -->``. Markdown cells (solutions aside) must all have
one. A code cell needs one only if it has German words in it; its section is a fenced block.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from autograder.build.master import MasterCell
from autograder.build.solutions import SOLUTION_TAG
from autograder.errors import UsageFault

_SECTION = re.compile(r"^<!-- cell: (\S+) -->$", re.MULTILINE)
_FENCED = re.compile(r"```python\n(.*)\n```", re.DOTALL)


def read_texts(path: Path) -> Mapping[str, str]:
    """Cell key → translated source; what stands before the first section is a note to authors."""
    try:
        _, *parts = _SECTION.split(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageFault(f"{path}: the translation cannot be read ({error}).") from error
    keys, bodies = parts[::2], parts[1::2]
    for key in keys:
        if keys.count(key) > 1:
            raise UsageFault(f"{path}: the cell {key!r} is translated twice. Remove one section.")
    return {key: body.strip("\n") for key, body in zip(keys, bodies, strict=True)}


def translated(cells: Iterable[MasterCell], path: Path) -> list[MasterCell]:
    """The student's cells in the language of ``path``; raises :class:`UsageFault` on any gap."""
    texts = read_texts(path)
    cells = [cell for cell in cells if SOLUTION_TAG not in cell.tags]
    missing = [cell.key for cell in cells if cell.kind == "markdown" and cell.key not in texts]
    unknown = sorted(texts.keys() - {cell.key for cell in cells})
    if missing or unknown:
        raise UsageFault(
            f"{path} does not fit the master: missing cells {missing}, unknown cells {unknown}. "
            "Add or remove the sections '<!-- cell: KEY -->' named here."
        )
    return [replace(cell, source=_source(cell, texts, path)) for cell in cells]


def _source(cell: MasterCell, texts: Mapping[str, str], path: Path) -> str:
    if cell.key not in texts:
        return cell.source
    if cell.kind == "markdown":
        return texts[cell.key]
    fenced = _FENCED.fullmatch(texts[cell.key])
    if fenced is None:
        raise UsageFault(
            f"{path}: the cell {cell.key!r} is code, so its section must be one ```python block."
        )
    return fenced.group(1)
