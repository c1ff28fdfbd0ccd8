"""``autograder grade``: submissions in, an OUT folder, a to-do and a table out."""

import argparse
import os
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from rich.console import Console
from rich.text import Text as RichText

from autograder.commands.changed import print_changes
from autograder.commands.listing import print_table, print_todo
from autograder.commands.shared import (
    DONE,
    GRADER_FAILED,
    INTERRUPTED,
    Commands,
    common_arguments,
    course_of,
    language_of,
    positive,
    progress_bar,
)
from autograder.course.sheet import Sheet, override
from autograder.errors import UsageFault
from autograder.i18n import Language, text
from autograder.records.model import SubmissionResult

if TYPE_CHECKING:
    from autograder.intake.survey import Cohort
    from autograder.lms.roster import Roster
    from autograder.lms.worksheet import Worksheet
    from autograder.run.groups import Groups
    from autograder.run.order import Summary

MAX_ROWS = 200
"""Submissions listed in the terminal."""


def add(commands: Commands) -> None:
    command = commands.add_parser("grade", help="Abgaben bewerten / grade submissions")
    common_arguments(command)
    command.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="Notebooks, Ordner, Zips / …"
    )
    command.add_argument("--out", type=Path, metavar="OUT", help="default: ./BLATT-bewertung")
    command.add_argument(
        "--moodle",
        type=Path,
        metavar="CSV",
        help="Bewertungstabelle aus Moodle, wird nur gelesen / Moodle's worksheet, only read",
    )
    command.add_argument(
        "--moodle-api",
        metavar="URL",
        help="Abgaben vom Web Service holen (Adresse der Aufgabe) / fetch by web service",
    )
    command.add_argument(
        "--canvas-api", metavar="URL", help="das Gleiche bei Canvas / the same for Canvas"
    )
    command.add_argument(
        "--jobs", type=positive, default=os.cpu_count() or 1, metavar="N", help="gleichzeitig"
    )
    command.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="Dask: tcp://…, tls://… oder / or local (docs/cluster.md)",
    )
    command.add_argument(
        "--limit",
        action="append",
        default=[],
        type=_assignment,
        metavar="NAME=WERT",
        help="Grenze statt der aus sheet.toml / limit instead of the sheet's, e.g. cell_seconds=20",
    )
    command.add_argument(
        "--groups", type=Path, metavar="CSV", help="wer zusammenarbeitet / who works together"
    )
    command.add_argument(
        "--pseudonymise", action="store_true", help="ohne Namen speichern / keep no names"
    )
    command.add_argument(
        "--store", metavar="URL", help="statt OUT/store.sqlite, e.g. postgresql+psycopg://…"
    )
    _regrade_arguments(command)
    command.set_defaults(command=run)


def _regrade_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--regrade",
        action="append",
        default=[],
        metavar="TEIL",
        help="diesen Teil neu bewerten; ohne PATH alles Abgegebene / run this part again",
    )
    command.add_argument(
        "--allow-lower", action="store_true", help="auch unter mitgeteilte Punkte / below released"
    )
    command.add_argument("--by", default="", metavar="NAME", help="zu --allow-lower")
    command.add_argument("--reason", default="", metavar="TEXT", help="zu --allow-lower")


def _assignment(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError("NAME=WERT")
    return name, value


def run(arguments: argparse.Namespace) -> int:
    from autograder.lms.worksheet import load_worksheet
    from autograder.run.order import Order
    from autograder.run.pipeline import grade

    language = language_of(arguments)
    course = course_of(arguments.course, arguments.sheet)
    sheet = course.load(arguments.sheet)
    sheet = msgspec.structs.replace(sheet, limits=override(sheet.limits, dict(arguments.limit)))
    out = arguments.out or Path(f"{sheet.id}-bewertung")
    console = Console(highlight=False)
    worksheet: Worksheet | Roster | None = (
        load_worksheet(arguments.moodle) if arguments.moodle else None
    )
    with ExitStack() as stack:
        paths = tuple(arguments.paths)
        if arguments.moodle_api or arguments.canvas_api:
            download = _download(arguments, sheet, console, language)
            archive, roster = stack.enter_context(download)
            if any(row.handed_in.at for row in roster.rows):
                paths = (archive, *paths)
            elif not paths:
                raise UsageFault(f"Nobody of {len(roster.rows)} has handed in anything yet.")
            worksheet = roster
        order = Order(
            *(course, sheet, paths, out, arguments.jobs, language, worksheet),
            cluster=arguments.cluster,
            store=arguments.store,
            again=_again(arguments, sheet),
            groups=_groups(arguments.groups),
            pseudonyms=arguments.pseudonymise,
        )
        if arguments.allow_lower:
            _allow_lower(arguments, out)
        with progress_bar(console, text("Bewerten")[language]) as progress:
            summary = grade(order, progress)
    from autograder.render.table import table

    print_todo(console, summary.sheet, summary.results, language)
    print_table(console, table(summary.sheet, _shown(summary), language))
    print_changes(console, summary.changes, language)
    console.print(_run_line(summary, language))
    console.print(
        f"{text('Übersicht')[language]}: {(out / 'index.html').resolve()}", soft_wrap=True
    )
    _print_cohort(console, summary.cohort, language)
    for line in summary.remarks:
        console.print(RichText(f"! {line[language]}", style="yellow"), soft_wrap=True)
    if summary.interrupted:
        console.print(text("Unterbrochen; was fertig war, ist gespeichert.")[language])
        return INTERRUPTED
    return GRADER_FAILED if summary.our_fault else DONE


def _download(
    arguments: argparse.Namespace, sheet: Sheet, console: Console, language: Language
) -> "AbstractContextManager[tuple[Path, Roster]]":
    """Everything that was handed in, from the LMS itself."""
    from autograder.commands import canvas, moodle

    if arguments.moodle_api and arguments.canvas_api:
        raise UsageFault("Name one LMS: --moodle-api or --canvas-api.")
    if arguments.canvas_api:
        return canvas.fetched(arguments.canvas_api, sheet, console, language)
    return moodle.fetched(arguments.moodle_api, sheet, console, language)


def _print_cohort(console: Console, cohort: "Cohort", language: Language) -> None:
    """Where the submissions came from, and what is not graded or belongs to nobody."""
    if cohort.systems:
        names = ", ".join(cohort.systems)
        console.print(text("Erkannt als Archiv aus: {names}.", names=names)[language])
    if cohort.absent:
        console.print(text("Ohne Abgabe: {n}.", n=len(cohort.absent))[language])
    for line in cohort.left_out:
        console.print(RichText(f"! {line[language]}", style="yellow"), soft_wrap=True)


def _again(arguments: argparse.Namespace, sheet: Sheet) -> tuple[str, ...]:
    unknown = [part for part in arguments.regrade if part not in sheet.by_id]
    if unknown:
        known = ", ".join(sheet.by_id)
        raise UsageFault(f"There is no part {unknown[0]!r}. {sheet.id} has {known}.")
    online = arguments.moodle_api or arguments.canvas_api
    if not arguments.paths and not online and not arguments.regrade:
        raise UsageFault("Name what to grade (PATH…), or with --regrade a part to run again.")
    return tuple(arguments.regrade)


def _groups(path: Path | None) -> "Groups | None":
    from autograder.lms.tables import load
    from autograder.run.groups import read_groups

    return read_groups(load(path), path.name) if path is not None else None


def _allow_lower(arguments: argparse.Namespace, out: Path) -> None:
    from autograder.desk.marking import By, allow_lower
    from autograder.out.folder import OutFolder

    with OutFolder.existing(out) as existing:
        allow_lower(existing.store, arguments.regrade, By(arguments.by, arguments.reason))


def _shown(summary: "Summary") -> Sequence[SubmissionResult]:
    """What the terminal lists: everything, or of a large cohort what was graded now."""
    if len(summary.results) <= MAX_ROWS:
        return summary.results
    now = set(summary.graded)
    return [one for one in summary.results if one.submission in now][:MAX_ROWS]


def _run_line(summary: "Summary", language: Language) -> str:
    done = text(
        "Bewertet: {n}, in {seconds:.1f} s.", n=len(summary.graded), seconds=summary.seconds
    )
    if not summary.unchanged:
        return done[language]
    kept = text("Unverändert übernommen: {n}.", n=summary.unchanged)
    return f"{done[language]} {kept[language]}"
