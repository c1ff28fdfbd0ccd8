"""The public table of one sheet as it is shipped: ``public.json`` beside the test files."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.errors import UsageFault

NAME = "public.json"


def read_table(folder: Path) -> Mapping[str, Any]:
    """The table in ``folder``; raises :class:`UsageFault` when there is none."""
    try:
        table: Mapping[str, Any] = json.loads((folder / NAME).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageFault(
            f"{folder / NAME} cannot be read ({error}). It comes with the notebook: run its first "
            "code cell, which writes it."
        ) from error
    return table
