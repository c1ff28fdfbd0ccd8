"""The table of a self-test for a course's documentation, in Markdown."""

import re
from collections.abc import Iterator

from autograder.errors import UsageFault
from autograder.selftest.report import PartRow, Report

_COLUMNS = (
    "part",
    "right accepted",
    "wrong caught",
    "exact points",
    "message named",
    "mutants noticed",
    "false failure",
)


def marks(sheet: str) -> tuple[str, str]:
    """The two lines between which a document holds the table of a sheet."""
    return f"<!-- begin selftest {sheet} -->", f"<!-- end selftest {sheet} -->"


def with_table(document: str, report: Report) -> str:
    """``document`` with the lines between the two marks replaced by this report's table.

    Raises :class:`UsageFault` where the marks are missing.
    """
    begin, end = marks(report.sheet)
    table = "\n".join((begin, *_lines(report), end))
    section = re.compile(rf"{re.escape(begin)}\n.*?{re.escape(end)}", re.DOTALL)
    changed, sections = section.subn(lambda _: table, document)
    if sections != 1:
        raise UsageFault(f"The document needs one section between {begin} and {end}.")
    return changed


def _lines(report: Report) -> Iterator[str]:
    yield f"| {' | '.join(_COLUMNS)} |"
    yield f"|{'---|' * len(_COLUMNS)}"
    yield from map(_row, report.parts)
    yield ""
    whole = sum(row.parts.whole for row in report.whole)
    yield f"- Whole notebooks as expected in every part: {whole}/{len(report.whole)}."
    stable = sum(row.stable for row in report.stability)
    gradings = sum(row.seeds for row in report.stability)
    yield (
        f"- Notebooks with identical marks under fresh seeds: {stable}/{len(report.stability)}, "
        f"{gradings} gradings in all."
    )
    survivors = [row for row in report.mutants if not row.killed]
    yield f"- Mutants that no check notices: {len(survivors)} of {len(report.mutants)}."
    yield f"- Messages that give an answer away: {len(report.leaks)}."
    kind = "full" if report.full else "short"
    yield f"- {report.sheet} {report.version}, {kind} run, {report.seconds:.0f} s."


def _row(row: PartRow) -> str:
    chance = f"≤ {row.false_failure:.0e}" if row.false_failure else "0"
    shares = (row.right, row.caught, row.exact, row.named, row.mutants)
    return f"| {row.part} | {' | '.join(map(str, shares))} | {chance} |"
