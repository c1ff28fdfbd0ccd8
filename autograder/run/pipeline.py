"""The one place that wires the rooms together: paths in, an OUT folder out."""

import time
from collections.abc import Sequence

from autograder.i18n import Text
from autograder.intake.contract import Found
from autograder.intake.survey import Cohort, survey
from autograder.out.folder import OutFolder, require_results
from autograder.out.pseudonyms import Pseudonyms
from autograder.run.changes import changes
from autograder.run.groups import grouped
from autograder.run.keys import Keys
from autograder.run.order import Order, Progress, Summary
from autograder.run.planning import handed_in_before, identified, plan


def grade(order: Order, progress: Progress = lambda *_: None) -> Summary:
    """Grade every submission in ``order.paths`` into ``order.out``.

    Raises :class:`UsageFault` before anything runs when something is missing. An interrupt
    (Ctrl-C) leaves what is done intact and is told in the summary.
    """
    start = time.monotonic()
    cohort = Cohort(())
    if order.paths:
        timezone = order.sheet.rules.timezone
        cohort = survey(order.paths, order.course.sheets(), order.worksheet, timezone)
    else:
        require_results(order.out)
    with OutFolder(order.out, order.language, order.store) as out:
        out.check(order.sheet)
        keys = Keys(order.course, order.sheet, out.seed)
        known = out.store.gradings.known()
        if order.paths:
            received = identified(_whose(order, out, cohort.found), known)
        else:
            received = handed_in_before(out, order.only)
        todo = plan(received, order.sheet, keys, out.store, known, order.again)
        for version in todo.renamed:
            out.note(version)
        graded: list[str] = []
        interrupted = False
        if todo.jobs:
            from autograder.run.crew import run  # starts nothing, loads much

            graded, interrupted = run(order, out, keys, todo.jobs, progress)
        remarks = () if interrupted else _drawn(order, out)
        if not order.pseudonyms:
            out.store.people.save([*cohort.absent, *(order.groups.people if order.groups else ())])
        results = out.renew()
        before = {name: todo.before[name] for name in graded if name in todo.before}
        return Summary(
            results=tuple(results),
            sheet=out.sheet_in_force,
            graded=tuple(graded),
            unchanged=todo.unchanged,
            changes=tuple(changes(out.store, before)),
            interrupted=interrupted,
            seconds=time.monotonic() - start,
            cohort=cohort,
            remarks=remarks,
        )


def _drawn(order: Order, out: OutFolder) -> tuple[Text, ...]:
    """PDFs and pictures become pages; what could not be done."""
    if not out.undrawn():
        return ()
    from autograder.run.crew import walls
    from autograder.run.drawing import draw

    return draw(out, lambda: walls(order)[2], order.jobs)


def _whose(order: Order, out: OutFolder, found: Sequence[Found]) -> Sequence[Found]:
    """With the people of their groups, and under other names where that was asked for."""
    if order.groups is not None:
        found = grouped(found, order.groups, order.sheet.limits)
    return Pseudonyms(out.path).applied(found) if order.pseudonyms else found
