"""Finds answers by name in a notebook's namespace, and Markdown answers in its saved file."""

import difflib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.i18n import Text, text

NOTEBOOK_MIB = 50
"""Largest notebook file that is looked into."""


def name_in(namespace: Mapping[str, Any], names: list[str]) -> str | None:
    """The first of the accepted names that the notebook defines."""
    return next((name for name in names if name in namespace), None)


def not_found(namespace: Mapping[str, Any], names: list[str]) -> Text:
    """The message for an answer that is nowhere, with a name that may have been meant."""
    own = [name for name in namespace if not name.startswith("_")]
    near = difflib.get_close_matches(names[0], own, n=1, cutoff=0.75)
    if near:
        return text(
            "„{name}“ gibt es nicht. Haben Sie „{near}“ gemeint? Dann benennen Sie es um.",
            name=names[0],
            near=near[0],
        )
    return text(
        "„{name}“ gibt es nicht. Führen Sie die Antwortzelle aus, und prüfen Sie den Namen.",
        name=names[0],
    )


def stamped(folder: Path, sheet: str) -> list[Path]:
    """The notebooks in ``folder`` that were made from this sheet, by their stamp."""
    found = []
    for path in sorted(folder.glob("*.ipynb")):
        stamp = _loaded(path).get("metadata", {}).get("autograder", {})
        if isinstance(stamp, dict) and stamp.get("sheet") == sheet:
            found.append(path)
    return found


def saved_answers(sheet: str) -> dict[str, str]:
    """The Markdown answers of this sheet's notebook in the current folder, if there is just one."""
    here = stamped(Path.cwd(), sheet)
    return written_answers(here[0]) if len(here) == 1 else {}


def written_answers(path: Path) -> dict[str, str]:
    """Part → source of the last Markdown cell headed „### Antwort 2b“, as it was last saved."""
    answers = {}
    for cell in _loaded(path).get("cells", []):
        source = cell.get("source", "")
        source = "".join(source) if isinstance(source, list) else source
        if cell.get("cell_type") == "markdown" and (match := _HEADING.match(source)):
            answers[match[1]] = source
    return answers


_HEADING = re.compile(r"\s*#{1,6}\s*(?:Antwort|Answer)\s+(\w+)\b")


def _loaded(path: Path) -> Any:
    """The notebook's JSON; an empty notebook where it cannot be read."""
    try:
        if path.stat().st_size > NOTEBOOK_MIB << 20:
            return {}
        loaded = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return loaded if isinstance(loaded, dict) else {}
