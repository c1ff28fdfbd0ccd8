"""What a self-test grades: the bank, mutants of the reference, notebooks under many seeds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from functools import partial

import msgspec

from autograder.course.sheet import Course, Sheet
from autograder.errors import UsageFault
from autograder.selftest.assemble import Workshop, workshop
from autograder.selftest.bank import Bank, BankFile, Kind, read_bank
from autograder.selftest.expected import Expected, expected_of
from autograder.selftest.grading import Job
from autograder.selftest.leaks import Questions, questions_of
from autograder.selftest.mutation import Mutant, mutants
from autograder.selftest.stability import mixtures
from autograder.selftest.survivors import Approved, approved

SHORT = 2
"""Files per part and folder in the short set."""
_ANSWERS: tuple[Kind, ...] = ("variants", "wrong")


@dataclass(frozen=True)
class Plan:
    """What is graded, and against what it is held."""

    sheet: Sheet
    """What the machine decides of it: see :func:`machine_share`."""
    full: bool
    seed: str
    files: Sequence[tuple[BankFile, Mapping[str, Expected], Job]]
    mutants: Sequence[tuple[Mutant, Job]]
    stable: Sequence[tuple[str, tuple[BankFile, ...], Job]]
    """One entry per notebook and seed."""
    reasons: Approved
    questions: Questions

    @property
    def size(self) -> int:
        """How many gradings there are."""
        return len(self.files) + len(self.mutants) + len(self.stable)


def make_plan(
    course: Course, sheet: Sheet, seeds: int, full: bool, seed: str, only: str | None = None
) -> Plan:
    """``only``: nothing but the bank's files of this pattern, e.g. ``wrong/1a_*``.

    Raises :class:`UsageFault` when the bank, the questions or the sheet are at fault, or when no
    file is named like that.
    """
    bank, shop = read_bank(course, sheet), workshop(course, sheet)
    sheet = machine_share(sheet)
    chosen = list(bank.files.values()) if full else list(_short(bank, sheet))
    if only is not None:
        chosen = [file for file in bank.files.values() if fnmatch(file.name, only)]
        if not chosen:
            raise UsageFault(f"No file of the bank is named like {only!r}; e.g. wrong/1a_*.")
        full, seeds = False, 0
    return Plan(
        sheet=sheet,
        full=full,
        seed=seed,
        files=list(_files(bank, shop, sheet, chosen, seed)),
        mutants=[(one, _mutant_job(one, shop, seed)) for one in _mutants(shop) if full],
        stable=list(_stable(bank, shop, sheet, seeds, full, seed)),
        reasons=approved(course, sheet),
        questions=questions_of(course, sheet),
    )


def machine_share(sheet: Sheet) -> Sheet:
    """The sheet without what a tutor adds to parts that both decide: no mark waits for that."""
    tasks = tuple(
        msgspec.structs.replace(
            task, kind="auto", points=task.points - task.text_points, text_points=0.0
        )
        if task.kind == "both"
        else task
        for task in sheet.tasks
    )
    return msgspec.structs.replace(sheet, tasks=tasks)


def _files(
    bank: Bank, shop: Workshop, sheet: Sheet, chosen: Sequence[BankFile], seed: str
) -> Iterator[tuple[BankFile, Mapping[str, Expected], Job]]:
    for file in chosen:
        together = bank.with_beside(file)
        wanted = expected_of(together, sheet)
        make = partial(shop.notebooks, together)
        yield file, wanted, Job(file.name, make, tuple(wanted), seed)


def _short(bank: Bank, sheet: Sheet) -> Iterator[BankFile]:
    for task in sheet.tasks:
        for kind in _ANSWERS:
            yield from bank.of(kind, task.id)[:SHORT]
    yield from bank.of("whole")[:SHORT]


def _mutants(shop: Workshop) -> Iterator[Mutant]:
    for task in shop.sheet.tasks:
        for cell in shop.reference:
            if f"antwort-{task.id}" in cell.tags and cell.kind == "code":
                yield from mutants(task.id, cell.key, cell.source)


def _mutant_job(mutant: Mutant, shop: Workshop, seed: str) -> Job:
    def make() -> tuple[str, ...]:
        cells = (
            replace(cell, source=mutant.source) if cell.key == mutant.cell else cell
            for cell in shop.reference
        )
        return (shop.text(cells),)

    return Job(f"mutant of {mutant.part}", make, (mutant.part,), seed)


def _stable(
    bank: Bank, shop: Workshop, sheet: Sheet, seeds: int, full: bool, seed: str
) -> Iterator[tuple[str, tuple[BankFile, ...], Job]]:
    notebooks: list[tuple[str, tuple[BankFile, ...]]] = [("reference", ())]
    if full:
        mixed = enumerate(mixtures(bank, sheet), 1)
        notebooks += [(f"variants {number}", files) for number, files in mixed]
    parts = tuple(task.id for task in sheet.tasks if task.kind != "text")
    for name, files in notebooks:
        make = partial(shop.notebooks, files)
        for number in range(seeds):
            yield name, files, Job(name, make, parts, f"{seed}/{number}")
