"""Notebooks for the benchmarks: a right submission of Blatt 9 with a known amount of own work."""

import json
from pathlib import Path

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
