"""The course of this repository, and small bank files, for the tests of this room."""

from pathlib import Path

from autograder.course.sheet import Course
from autograder.selftest.bank import BankFile, Kind, read_file

COURSE = Course(Path(__file__).resolve().parents[3])
SHEET = COURSE.load("blatt09")


def bank_file(folder: Path, kind: Kind, name: str, text: str) -> BankFile:
    """A file of the bank with this text."""
    path = folder / kind / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return read_file(path, kind)
