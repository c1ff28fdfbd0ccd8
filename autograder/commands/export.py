"""``autograder export``: marks and feedback for an LMS, or as a table."""

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import msgspec
from rich.console import Console
from rich.text import Text as RichText

from autograder.commands.shared import (
    CHECK_FAILED,
    DONE,
    Commands,
    common_arguments,
    language_of,
    progress_bar,
)
from autograder.errors import UsageFault
from autograder.export.order import EXPORTS, SAID_FILE
from autograder.i18n import Language, Text, text

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from autograder.export.order import ExportOrder
    from autograder.export.push import Gradebook
    from autograder.out.folder import OutFolder
    from autograder.records.people import PersonMarks

TABLES = ("moodle", "canvas")
TABLES_OF_OURS = ("csv", "xlsx")
"""They stay with the tutors and may hold proposals."""
ALONE = ("gradescope", "ilias", "openolat", "feedback", "csv", "xlsx")


def add(commands: Commands) -> None:
    command = commands.add_parser(
        "export", help="Punkte und Rückmeldungen ausgeben / marks and feedback for an LMS"
    )
    common_arguments(command, sheet=False)
    command.add_argument("out", type=Path, metavar="OUT", help="Ordner einer Bewertung / of a run")
    target = command.add_mutually_exclusive_group(required=True)
    target.add_argument("--moodle", type=Path, metavar="CSV", help="Moodles Bewertungstabelle")
    target.add_argument("--canvas", type=Path, metavar="CSV", help="Notenliste aus Canvas")
    target.add_argument("--moodle-api", metavar="URL", help="Web Service, Adresse der Aufgabe")
    target.add_argument("--canvas-api", metavar="URL", help="REST-API, Adresse der Aufgabe")
    target.add_argument("--to", choices=ALONE)
    command.add_argument(
        "--into", type=Path, metavar="DIR", help="wohin / where to; default: OUT/export"
    )
    command.add_argument(
        "--provisional", action="store_true", help="auch Vorläufiges / what is certain so far"
    )
    command.add_argument(
        "--scale", action="store_true", help="auf das Maximum des LMS umrechnen / convert"
    )
    command.add_argument(
        "--missing", type=float, metavar="POINTS", help="Note ohne Abgabe / for no submission"
    )
    command.add_argument(
        "--changed", action="store_true", help="nur Geändertes / only what changed"
    )
    command.add_argument(
        "--pdf", action="store_true", help="Rückmeldungen als PDF / feedback as PDF"
    )
    command.add_argument("--assignment", default="", metavar="NAME", help="Spalte in Canvas")
    command.add_argument(
        "--send", action="store_true", help="mit --…-api: schreiben / really write"
    )
    command.add_argument(
        "--overwrite", action="store_true", help="mit --…-api: fremde Noten ersetzen"
    )
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.out.folder import OutFolder

    console = Console(highlight=False)
    with OutFolder.existing(arguments.out, language_of(arguments)) as out:
        if arguments.moodle_api or arguments.canvas_api:
            return _send(arguments, out, console)
        return _write(arguments, out, console)


def _write(arguments: argparse.Namespace, out: "OutFolder", console: Console) -> int:
    from autograder.export.atomic import write_atomically
    from autograder.export.exporters import ALONE as without
    from autograder.export.exporters import WITH_TABLE
    from autograder.lms.tables import load

    language = language_of(arguments)
    system = next((name for name in TABLES if getattr(arguments, name)), arguments.to)
    table: Path | None = getattr(arguments, system, None)
    order = _order(arguments, out, system, console)
    exporter = (WITH_TABLE if table else without)[system]
    exported = exporter(order, load(table) if table else b"", table.name if table else "")
    into: Path = arguments.into or out.path / EXPORTS
    try:
        into.mkdir(parents=True, exist_ok=True)
        if arguments.into is None:  # nobody uploads what an earlier export left there
            for old in into.glob(f"{system}-{order.sheet.id}*"):
                old.unlink()
        for name, content in exported.files.items():
            write_atomically(into / name, content)
            console.print(str((into / name).resolve()), soft_wrap=True)
    except OSError as error:
        raise UsageFault(f"{into} cannot be written: {error.strerror}.") from error
    _print(console, exported.lines, language)
    _remember(out, system, exported.said)
    return DONE


def _send(arguments: argparse.Namespace, out: "OutFolder", console: Console) -> int:
    from autograder.export.order import number
    from autograder.export.push import plan, push

    language = language_of(arguments)
    system = "moodle-api" if arguments.moodle_api else "canvas-api"
    book, asking = _gradebook(arguments)
    order = _order(arguments, out, system, console, compare=True)
    with asking():
        made = plan(order, book, arguments.overwrite)
    for change in made.changes:
        old = "–" if change.old is None else number(change.old)
        person = change.grade.marks.person
        console.print(RichText(f"{person.name or person.id}: {old} → {number(change.new)}"))
    _print(console, made.lines, language)
    if not arguments.send:
        console.print(text("Nichts geschrieben. Mit --send wird übertragen.")[language])
        return DONE
    label = text("Übertragen")[language]
    with progress_bar(console, label) as progress, asking():
        pushed = push(made.changes, order, book, progress)
    console.print(text("Gespeichert und zurückgelesen: {n}.", n=pushed.written)[language])
    _print(console, pushed.lines, language)
    _remember(out, system, pushed.said)
    return DONE if pushed.written == len(made.changes) else CHECK_FAILED


def _gradebook(
    arguments: argparse.Namespace,
) -> "tuple[Gradebook, Callable[[], AbstractContextManager[None]]]":
    """The LMS that was named, and what tells its refusals."""
    if arguments.canvas_api:
        from autograder.commands.canvas import asking_canvas
        from autograder.commands.canvas import assignment_at as canvas_assignment
        from autograder.export.push_canvas import CanvasGradebook

        return CanvasGradebook(canvas_assignment(arguments.canvas_api)), asking_canvas
    from autograder.commands.moodle import asking_moodle, assignment_at
    from autograder.export.push_moodle import MoodleGradebook

    return MoodleGradebook(assignment_at(arguments.moodle_api)), asking_moodle


def _order(
    arguments: argparse.Namespace,
    out: "OutFolder",
    system: str,
    console: Console,
    compare: bool = False,
) -> "ExportOrder":
    from autograder.export.order import ExportOrder
    from autograder.sandbox.printer import require_printer

    marks = out.store.marks_in_force()
    released = {one.person for one in out.store.decisions.released()}
    if system not in TABLES_OF_OURS and not arguments.provisional:
        marks, lines = _only_released(marks, released)
        _print(console, lines, language_of(arguments))
    if arguments.pdf:
        require_printer()
    feedback, lines = _feedback(out, [one for one in marks if one.person.id in released])
    _print(console, lines, language_of(arguments))
    if arguments.pdf:
        with progress_bar(console, text("Drucken")[language_of(arguments)]) as progress:
            feedback = _printed(feedback, progress)
        unprinted = sum(not page.startswith(b"%PDF") for page in feedback.values())
        if unprinted:
            line = text(
                "{n} Rückmeldungen ließen sich nicht drucken und bleiben HTML.", n=unprinted
            )
            _print(console, (line,), language_of(arguments))
    if out.sheet_in_force.rules.deadline is not None:
        unknown = sum(one.submission is not None and one.handed_in.at is None for one in marks)
        if unknown:
            line = text(
                "{n} Abgabezeiten sind unbekannt: nichts abgezogen, bitte prüfen.", n=unknown
            )
            _print(console, (line,), language_of(arguments))
    before = _said(out).get(system, {}) if arguments.changed or compare else {}
    return ExportOrder(
        sheet=out.sheet_in_force,
        marks=marks,
        feedback=feedback,
        provisional=arguments.provisional,
        scale=arguments.scale,
        missing=arguments.missing,
        before=before,
        assignment=arguments.assignment,
        language=language_of(arguments),
    )


def _only_released(
    marks: Sequence["PersonMarks"], released: set[str]
) -> tuple[list["PersonMarks"], tuple[Text, ...]]:
    """Marks are proposals until somebody releases them."""
    held = [one for one in marks if one.submission and one.person.id not in released]
    if held and len(held) == sum(one.submission is not None for one in marks):
        raise UsageFault(
            "The marks are proposals: nobody has released them. Release them first (autograder "
            "release OUT), or hand over what is certain with --provisional."
        )
    kept = [one for one in marks if one not in held]
    if not held:
        return kept, ()
    return kept, (text("Noch nicht freigegeben, bleibt hier: {n}.", n=len(held)),)


def _feedback(
    out: "OutFolder", marks: Sequence["PersonMarks"]
) -> tuple[Mapping[str, bytes], tuple[Text, ...]]:
    """Pages of those whose marks are released, once feedback may leave."""
    from autograder.out.pages import feedback_of
    from autograder.scoring.rules import feedback_from, override_of

    rulings, rules = out.store.rulings(), out.sheet_in_force.rules
    end = feedback_from(rules, [override_of(one.id, rulings) for one in out.store.people.all()])
    if end is not None and end > datetime.now(UTC):
        until = end.astimezone(ZoneInfo(rules.timezone))
        return {}, (
            text(
                "Rückmeldungen erst ab {until}, nach der letzten Frist und release_after.",
                until=f"{until:%d.%m.%Y %H:%M}",
            ),
        )
    return feedback_of(out, marks), ()


def _printed(
    pages: Mapping[str, bytes], progress: Callable[[int, int], None]
) -> Mapping[str, bytes]:
    """The pages as PDF, several at a time; equal ones (a group's) once.

    One that cannot be printed, as a hostile picture may bring about, stays HTML.
    """
    from autograder.sandbox.printer import PrintFault, printer

    different = list(dict.fromkeys(pages.values()))
    with printer() as press, ThreadPoolExecutor(os.cpu_count() or 1) as pool:

        def one(page: bytes) -> bytes:
            try:
                return press.pdf(page.decode())
            except PrintFault:
                return page

        printed = {}
        for page, made in zip(different, pool.map(one, different), strict=True):
            printed[page] = made
            progress(len(printed), len(different))
    return {person: printed[page] for person, page in pages.items()}


def _print(console: Console, lines: Sequence[Text], language: Language) -> None:
    for line in lines:
        console.print(RichText(f"• {line[language]}"), soft_wrap=True)


def _said(out: "OutFolder") -> dict[str, dict[str, str]]:
    try:
        content = (out.path / SAID_FILE).read_bytes()
        return msgspec.json.decode(content, type=dict[str, dict[str, str]])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError) as error:
        raise UsageFault(
            f"{out.path / SAID_FILE} is damaged. Remove it; the next export writes everything."
        ) from error


def _remember(out: "OutFolder", system: str, said: object) -> None:
    from autograder.export.atomic import write_atomically

    write_atomically(out.path / SAID_FILE, msgspec.json.encode({**_said(out), system: said}))
