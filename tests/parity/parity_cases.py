"""The submissions of a parity run: every solution of the bank and every attack, as files."""

import sys
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.sheet import Course, Sheet
from autograder.selftest.assemble import workshop
from autograder.selftest.bank import Bank, BankFile, read_bank

ROOT = Path(__file__).resolve().parents[2]
TRAINED_PER_PART = 6
"""Files of a part whose sheet trains networks, for seconds in each submission."""
ACCEPTED_SUFFIXES = (".ipynb", ".py", ".zip")
"""``otter run`` takes one file of these."""


@dataclass(frozen=True)
class Case:
    """One submission; ``write(folder)`` puts its files into an empty folder."""

    name: str
    write: Callable[[Path], None]
    holds: tuple[str, ...]
    """Names of the bank's files or of the attack in it."""


@dataclass(frozen=True)
class Group:
    """Submissions that are graded with the same course and sheet."""

    name: str
    course: Course
    cases: tuple[Case, ...]
    sheet: str = "blatt09"

    def holding(self, names: Collection[str]) -> "Group":
        """The submissions in which one of these files or attacks is."""
        return self.named([one.name for one in self.cases if not {*names}.isdisjoint(one.holds)])

    def named(self, names: Collection[str]) -> "Group":
        return replace(self, cases=tuple(one for one in self.cases if one.name in names))


def banks() -> Iterator[Group]:
    """All of Blatt 9; of Lehreinheit 10 all whole notebooks and some of each part's files."""
    yield bank("blatt09")
    yield bank("lehreinheit10", per_part=TRAINED_PER_PART)


def bank(sheet_id: str, per_part: int | None = None) -> Group:
    """``reference/SHEET/{variants,wrong,whole}``: whole notebooks as they are, files that answer
    different parts together in one. ``per_part``: at most so many of each part."""
    course = Course(ROOT)
    sheet = course.load(sheet_id)
    made, files = workshop(course, sheet), read_bank(course, sheet)

    def case(name: str, together: Sequence[BankFile]) -> Case:
        def write(folder: Path) -> None:
            notebooks = made.notebooks(together)
            if len(notebooks) == 1:
                (folder / "abgabe.ipynb").write_text(notebooks[0], "utf-8")
                return
            with zipfile.ZipFile(folder / "abgabe.zip", "w") as archive:
                for number, notebook in enumerate(notebooks, 1):
                    archive.writestr(f"teil{number}.ipynb", notebook)

        return Case(name, write, tuple(file.name for file in together))

    tags = {cell.key: set(cell.tags) for cell in made.reference}
    mixed = enumerate(combined(_chosen(files, sheet, per_part), files, tags), 1)
    return Group(
        f"bank of {sheet_id}",
        course,
        (
            *(case(file.name, files.with_beside(file)) for file in files.of("whole")),
            *(case(f"{sheet_id} mixed {number}", together) for number, together in mixed),
        ),
        sheet_id,
    )


def _chosen(files: Bank, sheet: Sheet, per_part: int | None) -> Iterator[BankFile]:
    """Wrong ones and variants in turn; spread over each list, because neighbours are alike."""
    for task in sheet.tasks:
        of_part = [*files.of("wrong", task.id), *files.of("variants", task.id)]
        count = len(of_part) if per_part is None else min(per_part, len(of_part))
        yield from (of_part[number * len(of_part) // count] for number in range(count))


def combined(
    chosen: Iterable[BankFile], files: Bank, tags: Mapping[str, set[str]]
) -> list[tuple[BankFile, ...]]:
    """As few notebooks as can hold all of ``chosen``, with what each needs beside it.

    In one notebook no two files answer the same part or replace the same cell (key → ``tags``).
    """
    notebooks: list[tuple[list[BankFile], set[str]]] = []
    for file in chosen:
        together = files.with_beside(file)
        claims = {claim for one in together for claim in _claims(one, tags)}
        for held, taken in notebooks:
            if taken.isdisjoint(claims):
                held += together
                taken |= claims
                break
        else:
            notebooks.append(([*together], claims))
    return [tuple(held) for held, _ in notebooks]


def _claims(file: BankFile, tags: Mapping[str, set[str]]) -> set[str]:
    """The part that a file answers and the cells that it replaces."""
    cells = file.header.cells or [key for key, own in tags.items() if f"antwort-{file.part}" in own]
    return {f"part {file.part}", *cells}


def attacks(folder: Path, prepared: Mapping[str, str]) -> Iterator[Group]:
    """``tests/hostile/attacks``, with the limits of the hostile suite: those that work, and
    those that wait for the end of their time.

    ``folder`` gets the courses; ``prepared`` fills the attacks' placeholders.
    """
    sys.path.insert(0, str(ROOT / "tests" / "hostile"))
    from hostile_attacks import Attack, all_attacks
    from hostile_course import LIMITS, SHORT_LIMITS, TRAINING_LIMITS, copy_course, make_canaries

    def writer(attack: Attack) -> Callable[[Path], None]:
        return lambda target: attack.hand_in(target / attack.name, prepared)

    def group(name: str, limits: str, waits: bool, sheet: str) -> Group:
        course = copy_course(folder / name, make_canaries(), limits, sheet)
        cases = (
            Case(name, writer(one), (name,))
            for one in all_attacks()
            if one.waits is waits and one.sheet == sheet
            for name in (f"attacks/{one.group}/{one.name}",)
        )
        return Group(name, course, tuple(cases), sheet)

    yield group("attacks on blatt09", LIMITS, False, "blatt09")
    yield group("waiting attacks on blatt09", SHORT_LIMITS, True, "blatt09")
    for waits, name in ((False, "attacks"), (True, "waiting attacks")):
        yield group(f"{name} on lehreinheit10", TRAINING_LIMITS, waits, "lehreinheit10")


def write_cases(group: Group, folder: Path) -> Iterator[tuple[Case, Path]]:
    """Each case in a person's folder below ``folder``; yields it with that person's folder."""
    for number, case in enumerate(group.cases):
        name = case.name.rpartition("/")[2].replace(" ", "-")
        person = folder / f"{number:04}-{name}"
        person.mkdir(parents=True)
        case.write(person)
        yield case, person


def for_otter(person: Path) -> Path | None:
    """The file that can be given to ``otter run``; None for several files and for folders."""
    files = list(person.iterdir())
    if len(files) == 1 and files[0].is_file() and files[0].suffix in ACCEPTED_SUFFIXES:
        return files[0]
    return None
