"""Notebooks for the benchmarks: a right submission of Blatt 9 with a known amount of own work."""

import json
from pathlib import Path

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
    """``notebook`` with a last cell that burns ``seconds`` of CPU; different for every person."""
    document = json.loads(notebook.read_text("utf-8"))
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
