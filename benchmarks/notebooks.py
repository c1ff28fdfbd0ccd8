"""Notebooks for the benchmarks: a right submission of Blatt 9 with a known amount of own work."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

COHORT = Path(__file__).resolve().parent.parent / "reference" / "blatt09" / "cohort"
NOTEBOOKS = {"numpy": "muster-anna.ipynb", "torch": "muster-cem.ipynb"}
"""What a notebook uses → a right one, worth 18 points without its written answers."""
PARTS = ("1a", "1c", "1d", "2a", "2b", "2d", "2e", "2f", "3b", "3c")
FUNCTIONS = (*(f"aufgabe_{part}" for part in PARTS), "xavier_uniform")
"""What they define."""

_WORK = """import time
_end = time.process_time() + {seconds}
while time.process_time() < _end:
    pass
# {person}"""


def with_work(notebook: Path, seconds: float, person: str) -> bytes:
    """``notebook`` with a last cell that burns ``seconds`` of CPU; different for every person.

    Its cells for self-checks are left out: our grader does not run them, others do.
    """
    document = json.loads(notebook.read_text("utf-8"))
    document["cells"] = [one for one in document["cells"] if not _is_self_check(one)]
    document["cells"].append(
        {
            "cell_type": "code",
            "execution_count": None,
            "id": "own-work",
            "metadata": {},
            "outputs": [],
            "source": _WORK.format(seconds=seconds, person=person),
        }
    )
    return json.dumps(document).encode()


def _is_self_check(cell: Mapping[str, Any]) -> bool:
    source = "".join(cell["source"])
    return cell["cell_type"] == "code" and ("grader" in source or "selbsttest" in source)
