"""A copy of a sheet with short limits, and a canary wherever a submission must not look."""

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
memory_mib = {memory}
processes = 32
file_mib = 16
output_mib = 1
frame_mib = 4
upload_mib = 20

"""
LIMITS = _TEMPLATE.format(cell=20, call=10, submission=120, cpu=60, memory=256)
"""Time enough for everybody, also on a busy machine."""
SHORT_LIMITS = _TEMPLATE.format(cell=1, call=1, submission=60, cpu=5, memory=256)
"""For attacks that wait for the end of their time."""
TRAINING_LIMITS = _TEMPLATE.format(cell=20, call=15, submission=120, cpu=60, memory=512)
"""For sheets in which honest work trains networks; attacks on them that wait take long."""
_BESIDE = {
    "blatt09": ("test_blatt09_exercise1.py", "master.py"),
    "lehreinheit10": ("test_lehreinheit10_exercise1g.py", "master.py"),
}
"""Sheet → the hidden check and the solution that get a canary."""


def make_canaries() -> Mapping[str, str]:
    """A word per place that nobody could guess."""
    return {place: f"KANARIENVOGEL-{place}-{secrets.token_hex(8)}" for place in PLACES}


def copy_course(target: Path, canaries: Mapping[str, str], limits: str, sheet: str) -> Course:
    """One sheet with these limits, and canaries in a check and a solution."""
    for part in ("assignments", "tests", "reference"):
        ignored = shutil.ignore_patterns("__pycache__", ".*", "cohort*")
        shutil.copytree(ROOT / part / sheet, target / part / sheet, ignore=ignored)
    file = target / "assignments" / sheet / "sheet.toml"
    plain = file.read_text("utf-8")
    short, count = re.subn(r"^\[limits\]\n(?:.+\n)*\n", limits, plain, flags=re.MULTILINE)
    assert count == 1
    file.write_text(short, "utf-8")
    check, master = _BESIDE[sheet]
    for path, canary in (
        (target / "tests" / sheet / check, canaries["check"]),
        (target / "reference" / sheet / master, canaries["reference"]),
    ):
        with path.open("a", encoding="utf-8") as opened:
            opened.write(f'\n\nCANARY = "{canary}"\n')
    return Course(target)
