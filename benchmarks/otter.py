"""The peer's side: an ordinary otter-grader bundle with the same number of checks."""

import io
import json
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Cost, run

_TEST = """OK_FORMAT = False
from otter.test_files import test_case
name = "{name}"
points = {points}

@test_case(points={points}, hidden=True)
def test_{name}({function}):
    assert callable({function})
"""


def bundle(functions: dict[str, float]) -> bytes:
    """``functions``: name in the notebook → points; one hidden check each."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("otter_config.json", json.dumps({"show_stdout": False, "pdf": False}))
        for number, (function, points) in enumerate(functions.items()):
            source = _TEST.format(name=f"q{number}", points=points, function=function)
            file.writestr(f"tests/q{number}.py", source)
    return archive.getvalue()


def run_classic(notebook: bytes, functions: Sequence[str], work: Path) -> Cost:
    """One ``otter run`` of a notebook."""
    archive, submission = work / "classic.zip", work / "submission.ipynb"
    archive.write_bytes(bundle(dict.fromkeys(functions, 1.0)))
    submission.write_bytes(notebook)
    command = [sys.executable, "-m", "otter", "run", "-a", str(archive), "-o", str(work)]
    return run([*command, "--no-logo", str(submission)], work)
