"""The submissions of a parity run: every solution of the bank and every attack, as files."""

import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course.sheet import Course
from autograder.selftest.assemble import workshop
from autograder.selftest.bank import read_bank

ROOT = Path(__file__).resolve().parents[2]
SHEET = "blatt09"
ACCEPTED_SUFFIXES = (".ipynb", ".py", ".zip")
"""``otter run`` takes one file of these."""


@dataclass(frozen=True)
class Case:
    """One submission; ``write(folder)`` puts its files into an empty folder."""

    name: str
    write: Callable[[Path], None]


@dataclass(frozen=True)
class Group:
    """Submissions that are graded with the same course."""

    name: str
    course: Course
    cases: tuple[Case, ...]

    def only(self, names: Sequence[str]) -> "Group":
        return Group(self.name, self.course, tuple(c for c in self.cases if c.name in names))


def bank() -> Group:
    """``reference/blatt09/{variants,wrong,whole}``."""
    course = Course(ROOT)
    sheet = course.load(SHEET)
    made, files = workshop(course, sheet), read_bank(course, sheet)

    def writer(name: str) -> Callable[[Path], None]:
        def write(folder: Path) -> None:
            notebooks = made.notebooks(files.with_beside(files.files[name]))
            if len(notebooks) == 1:
                (folder / "abgabe.ipynb").write_text(notebooks[0], "utf-8")
                return
            with zipfile.ZipFile(folder / "abgabe.zip", "w") as archive:
                for number, notebook in enumerate(notebooks, 1):
                    archive.writestr(f"teil{number}.ipynb", notebook)

        return write

    return Group("bank", course, tuple(Case(name, writer(name)) for name in files.files))


def attacks(folder: Path, prepared: Mapping[str, str]) -> tuple[Group, Group]:
    """``tests/hostile/attacks``, with the limits of the hostile suite: those that work, and
    those that wait for the end of their time.

    ``folder`` gets the courses; ``prepared`` fills the attacks' placeholders.
    """
    sys.path.insert(0, str(ROOT / "tests" / "hostile"))
    from hostile_attacks import Attack, all_attacks
    from hostile_course import LIMITS, SHORT_LIMITS, copy_course, make_canaries

    def writer(attack: Attack) -> Callable[[Path], None]:
        return lambda target: attack.hand_in(target / attack.name, prepared)

    def group(name: str, limits: str, waits: bool) -> Group:
        course = copy_course(folder / name, make_canaries(), limits)
        cases = (
            Case(f"attacks/{one.group}/{one.name}", writer(one))
            for one in all_attacks()
            if one.waits is waits
        )
        return Group(name, course, tuple(cases))

    return group("attacks", LIMITS, False), group("waiting attacks", SHORT_LIMITS, True)


def write_cases(group: Group, folder: Path) -> Iterator[tuple[Case, Path]]:
    """Each case in a person's folder below ``folder``; yields it with that person's folder."""
    for number, case in enumerate(group.cases):
        person = folder / f"{number:04}-{case.name.rpartition('/')[2]}"
        person.mkdir(parents=True)
        case.write(person)
        yield case, person


def for_otter(person: Path) -> Path | None:
    """The file that can be given to ``otter run``; None for several files and for folders."""
    files = list(person.iterdir())
    if len(files) == 1 and files[0].is_file() and files[0].suffix in ACCEPTED_SUFFIXES:
        return files[0]
    return None
