"""The other peer: an ordinary nbgrader course with the same number of checks, in its own venv."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Cost, run

REQUIREMENTS = ("nbgrader==0.9.6", "numpy==2.4.6", "matplotlib")
ASSIGNMENT = "sheet"


class Course:
    """An nbgrader course in ``folder`` whose one notebook holds ``cells`` and a check per name."""

    def __init__(self, folder: Path, functions: Sequence[str]) -> None:
        self.folder = folder
        self.functions = tuple(functions)
        self.program = folder / "venv" / "bin" / "nbgrader"

    def prepare(self) -> None:
        subprocess.run([sys.executable, "-m", "venv", self.folder / "venv"], check=True)
        pip: list[str | Path] = [
            self.folder / "venv" / "bin" / "python",
            "-m",
            "pip",
            "install",
            "--quiet",
        ]
        subprocess.run([*pip, *REQUIREMENTS], check=True, capture_output=True)
        config = (
            f'c = get_config()\nc.CourseDirectory.course_id = "course"\n'
            f"c.CourseDirectory.root = {str(self.folder)!r}\n"
        )
        (self.folder / "nbgrader_config.py").write_text(config)
        source = self.folder / "source" / ASSIGNMENT
        source.mkdir(parents=True)
        (source / "notebook.ipynb").write_bytes(self._with_checks(_EMPTY))
        for _ in range(2):  # the first call only makes the database
            done = subprocess.run(
                [self.program, "generate_assignment", ASSIGNMENT, "--force"],
                cwd=self.folder,
                capture_output=True,
                check=False,
            )
        if done.returncode:
            raise RuntimeError(done.stderr.decode()[-2000:])

    def autograde(self, notebook: bytes, student: str) -> Cost:
        """Grade one submission of ``notebook``'s cells."""
        place = self.folder / "submitted" / student / ASSIGNMENT
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        (place / "notebook.ipynb").write_bytes(self._with_checks(notebook))
        command = [str(self.program), "autograde", ASSIGNMENT, "--student", student, "--force"]
        return run(command, self.folder)

    def _with_checks(self, notebook: bytes) -> bytes:
        document = json.loads(notebook)
        for number, function in enumerate(self.functions):
            metadata = {
                "grade": True,
                "grade_id": f"check-{number}",
                "locked": True,
                "points": 1,
                "schema_version": 3,
                "solution": False,
                "task": False,
            }
            document["cells"].append(
                {
                    "cell_type": "code",
                    "execution_count": None,
                    "id": f"check-{number}",
                    "metadata": {"nbgrader": metadata},
                    "outputs": [],
                    "source": f"assert callable({function})",
                }
            )
        document["metadata"]["kernelspec"] = _KERNEL
        return json.dumps(document).encode()


_KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
_EMPTY = json.dumps(
    {"cells": [], "metadata": {"kernelspec": _KERNEL}, "nbformat": 4, "nbformat_minor": 5}
).encode()
