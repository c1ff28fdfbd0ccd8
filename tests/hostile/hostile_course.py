"""A copy of Blatt 9 with short limits, and a canary wherever a submission must not look."""

import re
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from autograder.course.sheet import Course

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("check", "reference", "environment", "submission", "memory", "out", "home")
_TEMPLATE = """[limits]
cell_seconds = {cell}
call_seconds = {call}
submission_seconds = {submission}
cpu_seconds = {cpu}
memory_mib = 256
processes = 32
file_mib = 16
output_mib = 1
frame_mib = 4
upload_mib = 20

"""
LIMITS = _TEMPLATE.format(cell=20, call=10, submission=120, cpu=60)
"""Time enough for everybody, also on a busy machine."""
SHORT_LIMITS = _TEMPLATE.format(cell=1, call=1, submission=60, cpu=5)
"""For attacks that wait for the end of their time."""


def make_canaries() -> Mapping[str, str]:
    """A word per place that nobody could guess."""
    return {place: f"KANARIENVOGEL-{place}-{secrets.token_hex(8)}" for place in PLACES}


def copy_course(target: Path, canaries: Mapping[str, str], limits: str) -> Course:
    """Blatt 9 with these limits, and canaries in a check and a solution."""
    for part in ("assignments/blatt09", "tests/blatt09", "reference/blatt09"):
        ignored = shutil.ignore_patterns("__pycache__", ".*", "cohort*")
        shutil.copytree(ROOT / part, target / part, ignore=ignored)
    sheet = target / "assignments/blatt09/sheet.toml"
    plain = sheet.read_text("utf-8")
    short, count = re.subn(r"^\[limits\]\n(?:.+\n)*\n", limits, plain, flags=re.MULTILINE)
    assert count == 1
    sheet.write_text(short, "utf-8")
    for path, canary in (
        ("tests/blatt09/test_blatt09_exercise1.py", canaries["check"]),
        ("reference/blatt09/master.py", canaries["reference"]),
    ):
        with (target / path).open("a", encoding="utf-8") as file:
            file.write(f'\n\nCANARY = "{canary}"\n')
    return Course(target)
