"""Finds answers by name in a notebook's namespace, and Markdown answers in its saved file."""

import difflib
import json
import os
import re
import sys
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


def running_notebook(sheet: str) -> Path | None:
    """The file of the running notebook in the current folder; None where several could be it."""
    # Jupyter's server tells its kernels, VS Code the notebook's own namespace
    told = os.environ.get("JPY_SESSION_NAME") or getattr(
        sys.modules["__main__"], "__vsc_ipynb_file__", ""
    )
    here = stamped(Path.cwd(), sheet)
    running = [path for path in here if path.name == Path(str(told)).name]
    return (running or here)[0] if running or len(here) == 1 else None


def saved_answers(sheet: str) -> dict[str, str]:
    """The Markdown answers of the running notebook, where it is known which one that is."""
    running = running_notebook(sheet)
    return written_answers(running) if running else {}


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
