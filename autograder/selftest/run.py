"""The self-test of a sheet's checks: bank, mutants, stability, messages."""

import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from autograder import __version__
from autograder.errors import UsageFault
from autograder.i18n import Text, add_catalog
from autograder.model import PartResult
from autograder.selftest.assemble import Workshop, workshop
from autograder.selftest.bank import Bank, BankFile, read_bank
from autograder.selftest.expected import Expected, expected_of
from autograder.selftest.findings import Finding, findings, messages, titles
from autograder.selftest.grading import Bench, Job, Parts
from autograder.selftest.leaks import Questions, leaks, questions_of
from autograder.selftest.mutation import Mutant, mutants
from autograder.selftest.page import write_report
from autograder.selftest.report import MutantRow, Report, part_row, whole_rows
from autograder.selftest.stability import StabilityRow, mixtures, stability_row
from autograder.selftest.survivors import Approved, approved, reason_for
from autograder.sheet import Course, Sheet

SHORT = 2
"""Files per part and folder in the short set."""

Progress = Callable[[int, int], None]
"""(done, total), called from the thread that called :func:`selftest`."""


def selftest(
    course: Course,
    sheet: Sheet,
    *,
    jobs: int,
    seeds: int,
    full: bool,
    out: Path,
    seed: str | None = None,
    progress: Progress = lambda *_: None,
) -> Report:
    """Grade the bank of a sheet and write ``selftest.json`` and ``selftest.html`` into ``out``.

    ``full``: all files, all mutants and every stability notebook; else two files per part and
    folder, no mutants, and the reference alone. ``seeds``: gradings per stability notebook.
    Raises :class:`UsageFault` when the bank or the sheet is at fault, ``GraderFault`` when
    grading is not possible at all.
    """
    start = time.monotonic()
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UsageFault(f"{out} cannot be written: {error.strerror}.") from error
    add_catalog(course.checks(sheet.id) / "locale" / "en.po")
    plan = _plan(course, sheet, seeds, full, seed or secrets.token_hex(16))
    with Bench(course, sheet, jobs, out) as bench:
        done = _run(plan, bench, progress)
        chances = bench.chances
    report = _report(plan, done, chances)
    report = replace(report, seconds=round(time.monotonic() - start, 1))
    write_report(report, sheet, out)
    return report


@dataclass(frozen=True)
class _Plan:
    """What is graded, and against what it is held."""

    sheet: Sheet
    full: bool
    seed: str
    files: Sequence[tuple[BankFile, Mapping[str, Expected], Job]]
    mutants: Sequence[tuple[Mutant, Job]]
    stable: Sequence[tuple[str, tuple[BankFile, ...], Job]]
    reasons: Approved
    questions: Questions


@dataclass
class _Done:
    """What came back, in the order of the plan."""

    findings: list[Finding] = field(default_factory=list)
    mutants: list[MutantRow] = field(default_factory=list)
    stable: dict[str, list[Parts]] = field(default_factory=dict)
    told: set[tuple[str, Text]] = field(default_factory=set)


def _plan(course: Course, sheet: Sheet, seeds: int, full: bool, seed: str) -> _Plan:
    bank, bench = read_bank(course, sheet), workshop(course, sheet)
    chosen = list(bank.files.values()) if full else list(_short(bank, sheet))
    files = []
    for file in chosen:
        together = bank.with_beside(file)
        wanted = expected_of(together, sheet)
        make = partial(bench.notebooks, together)
        files.append((file, wanted, Job(file.name, make, tuple(wanted), seed)))
    return _Plan(
        sheet=sheet,
        full=full,
        seed=seed,
        files=files,
        mutants=[(one, _mutant_job(one, bench, seed)) for one in _mutants(bench) if full],
        stable=list(_stable(bank, bench, seeds, full, seed)),
        reasons=approved(course, sheet),
        questions=questions_of(course, sheet),
    )


def _short(bank: Bank, sheet: Sheet) -> Iterator[BankFile]:
    for task in sheet.tasks:
        for kind in ("variants", "wrong"):
            yield from bank.of(kind, task.id)[:SHORT]
    yield from bank.of("whole")[:SHORT]


def _mutants(bench: Workshop) -> Iterator[Mutant]:
    for task in bench.sheet.tasks:
        for cell in bench.reference:
            if f"antwort-{task.id}" in cell.tags and cell.kind == "code":
                yield from mutants(task.id, cell.key, cell.source)


def _mutant_job(mutant: Mutant, bench: Workshop, seed: str) -> Job:
    def make() -> tuple[str, ...]:
        return (
            bench.text(
                replace(cell, source=mutant.source) if cell.key == mutant.cell else cell
                for cell in bench.reference
            ),
        )

    return Job(f"mutant of {mutant.part}", make, (mutant.part,), seed)


def _stable(
    bank: Bank, bench: Workshop, seeds: int, full: bool, seed: str
) -> Iterator[tuple[str, tuple[BankFile, ...], Job]]:
    notebooks: list[tuple[str, tuple[BankFile, ...]]] = [("reference", ())]
    if full:
        mixed = enumerate(mixtures(bank, bench.sheet), 1)
        notebooks += [(f"variants {number}", files) for number, files in mixed]
    parts = tuple(task.id for task in bench.sheet.tasks if task.kind != "text")
    for name, files in notebooks:
        make = partial(bench.notebooks, files)
        for number in range(seeds):
            yield name, files, Job(name, make, parts, f"{seed}/{number}")


def _run(plan: _Plan, bench: Bench, progress: Progress) -> _Done:
    done = _Done()
    counted = 0
    total = len(plan.files) + len(plan.mutants) + len(plan.stable)

    def graded(jobs: Iterable[Job]) -> Iterator[Parts]:
        nonlocal counted
        for _, parts in bench.run(jobs):
            counted += 1
            progress(counted, total)
            yield parts

    jobs = graded(job for _, _, job in plan.files)
    for (file, wanted, _), parts in zip(plan.files, jobs, strict=True):
        done.findings += findings(file, wanted, parts)
        done.told |= {(name, told) for name, part in parts.items() for told in _told(part)}
    for (mutant, _), parts in zip(plan.mutants, graded(j for _, j in plan.mutants), strict=True):
        part = parts[mutant.part]
        killed = not (part.outcome.earns and part.points == part.maximum)
        reason = None if killed else reason_for(mutant, plan.reasons)
        done.mutants.append(
            MutantRow(mutant.part, mutant.change, part.outcome.value, killed, reason)
        )
        done.told |= {(mutant.part, told) for told in _told(part)}
    jobs = graded(job for _, _, job in plan.stable)
    for (name, _, _), parts in zip(plan.stable, jobs, strict=True):
        done.stable.setdefault(name, []).append(parts)
    return done


def _told(part: PartResult) -> Iterator[Text]:
    yield from (*messages(part), *titles(part))


def _report(plan: _Plan, done: _Done, chances: Mapping[tuple[str, str], float]) -> Report:
    sheet = plan.sheet
    stable = tuple(_stable_rows(plan, done))
    gradings = sum(row.seeds for row in stable)
    chance: Counter[str] = Counter()
    for (part, _), probability in chances.items():
        chance[part] += probability  # type: ignore[assignment]
    survived = {(row.part, row.change) for row in done.mutants if not row.killed}
    stale = [f"{part}: {change}" for part, change in plan.reasons.keys() - survived]
    return Report(
        sheet=sheet.id,
        version=sheet.version,
        toolkit=__version__,
        full=plan.full,
        seed=plan.seed,
        seconds=0.0,
        parts=tuple(
            part_row(task.id, done.findings, done.mutants, chance[task.id], gradings)
            for task in sheet.tasks
            if task.kind != "text"
        ),
        whole=whole_rows(done.findings),
        findings=tuple(done.findings),
        mutants=tuple(done.mutants),
        stability=stable,
        leaks=tuple(leaks(done.told, plan.questions)),
        stale=tuple(sorted(stale)) if plan.full else (),
    )


def _stable_rows(plan: _Plan, done: _Done) -> Iterator[StabilityRow]:
    notebooks = {name: files for name, files, _ in plan.stable}
    for name, files in notebooks.items():
        yield stability_row(name, files, plan.sheet, done.stable[name])
