"""The self-test of a sheet's checks: bank, mutants, stability, messages."""

import secrets
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder import __version__
from autograder.course.sheet import Course, Sheet
from autograder.errors import UsageFault
from autograder.export.atomic import write_atomically
from autograder.i18n import Text, add_catalog
from autograder.records.model import PartResult
from autograder.selftest.findings import Finding, findings, messages, titles
from autograder.selftest.grading import Bench, Job, Parts
from autograder.selftest.leaks import leaks
from autograder.selftest.page import write_report
from autograder.selftest.plan import Plan, make_plan
from autograder.selftest.quality import with_table
from autograder.selftest.report import MutantRow, Report, part_row, whole_rows
from autograder.selftest.stability import StabilityRow, stability_row
from autograder.selftest.survivors import reason_for

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
    only: str | None = None,
    document: Path | None = None,
    progress: Progress = lambda *_: None,
) -> Report:
    """Grade the bank of a sheet and write ``selftest.json`` and ``selftest.html`` into ``out``.

    ``full``: all files, all mutants and every stability notebook; else two files per part and
    folder, no mutants, and the reference alone. ``seeds``: gradings per stability notebook.
    ``seed`` repeats a run; ``only``: just the bank's files of this pattern; ``document``: a
    Markdown file whose table is renewed.
    Raises :class:`UsageFault` when the bank or the sheet is at fault, ``GraderFault`` when
    grading is not possible at all.
    """
    start = time.monotonic()
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UsageFault(f"{out} cannot be written: {error.strerror}.") from error
    add_catalog(course.checks(sheet.id) / "locale" / "en.po")
    plan = make_plan(course, sheet, seeds, full, seed or secrets.token_hex(16), only)
    with Bench(course, plan.sheet, jobs, out) as bench:
        done = _run(plan, bench, progress)
        report = _report(plan, done, bench.chances)
    report = replace(report, seconds=round(time.monotonic() - start, 1))
    write_report(report, sheet, out)
    if document is not None:
        _renew(document, report)
    return report


def _renew(document: Path, report: Report) -> None:
    try:
        changed = with_table(document.read_text("utf-8"), report)
        write_atomically(document, changed.encode())
    except OSError as error:
        raise UsageFault(f"{document} cannot be renewed: {error.strerror}.") from error


@dataclass
class _Done:
    """What came back, in the order of the plan."""

    findings: list[Finding] = field(default_factory=list)
    mutants: list[MutantRow] = field(default_factory=list)
    stable: dict[str, list[Parts]] = field(default_factory=dict)
    told: set[tuple[str, Text]] = field(default_factory=set)


def _run(plan: Plan, bench: Bench, progress: Progress) -> _Done:
    done = _Done()
    counted = 0

    def graded(jobs: Iterable[Job]) -> Iterator[Parts]:
        nonlocal counted
        for _, parts in bench.run(jobs):
            counted += 1
            progress(counted, plan.size)
            yield parts

    jobs = graded(job for _, _, job in plan.files)
    for (file, wanted, _), parts in zip(plan.files, jobs, strict=True):
        done.findings += findings(file, wanted, parts)
        done.told |= {(name, told) for name, part in parts.items() for told in _told(part)}
    jobs = graded(job for _, job in plan.mutants)
    for (mutant, _), parts in zip(plan.mutants, jobs, strict=True):
        part = parts[mutant.part]
        killed = not (part.outcome.earns and part.points == part.maximum)
        reason = None if killed else reason_for(mutant, plan.reasons)
        outcome = part.outcome.value
        done.mutants.append(MutantRow(mutant.part, mutant.change, outcome, killed, reason))
        done.told |= {(mutant.part, told) for told in _told(part)}
    jobs = graded(job for _, _, job in plan.stable)
    for (name, _, _), parts in zip(plan.stable, jobs, strict=True):
        done.stable.setdefault(name, []).append(parts)
    return done


def _told(part: PartResult) -> Iterator[Text]:
    yield from (*messages(part), *titles(part))


def _report(plan: Plan, done: _Done, chances: Mapping[tuple[str, str], float]) -> Report:
    sheet = plan.sheet
    stable = tuple(_stable_rows(plan, done))
    gradings = sum(row.seeds for row in stable)
    survived = {(row.part, row.change) for row in done.mutants if not row.killed}
    expected = {name for name, entry in plan.reasons.items() if not entry.sometimes}
    stale = [f"{part}: {change}" for part, change in expected - survived]

    def chance(part: str) -> float:
        return sum(value for (name, _), value in chances.items() if name == part)

    return Report(
        sheet=sheet.id,
        version=sheet.version,
        toolkit=__version__,
        full=plan.full,
        seed=plan.seed,
        seconds=0.0,
        parts=tuple(
            part_row(task.id, done.findings, done.mutants, chance(task.id), gradings)
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


def _stable_rows(plan: Plan, done: _Done) -> Iterator[StabilityRow]:
    notebooks = {name: files for name, files, _ in plan.stable}
    for name, files in notebooks.items():
        yield stability_row(name, files, plan.sheet, done.stable[name])
