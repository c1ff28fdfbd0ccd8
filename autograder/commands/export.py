"""``autograder export``: marks and feedback for an LMS, or as a table."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

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
from autograder.i18n import Language, Text, text

if TYPE_CHECKING:
    from autograder.export.order import ExportOrder
    from autograder.outfolder import OutFolder

SAID = "exported.json"
"""In OUT: system → person → what the last export said."""
TABLES = ("moodle", "canvas")
ALONE = ("gradescope", "ilias", "openolat", "csv", "xlsx")


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
    command.add_argument("--assignment", default="", metavar="NAME", help="Spalte in Canvas")
    command.add_argument(
        "--send", action="store_true", help="mit --moodle-api: schreiben / really write"
    )
    command.add_argument(
        "--overwrite", action="store_true", help="mit --moodle-api: fremde Noten ersetzen"
    )
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.outfolder import OutFolder

    console = Console(highlight=False)
    with OutFolder.existing(arguments.out, language_of(arguments)) as out:
        if arguments.moodle_api:
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
    into: Path = arguments.into or out.path / "export"
    try:
        into.mkdir(parents=True, exist_ok=True)
        for name, content in exported.files.items():
            write_atomically(into / name, content)
            console.print(str((into / name).resolve()), soft_wrap=True)
    except OSError as error:
        raise UsageFault(f"{into} cannot be written: {error.strerror}.") from error
    _print(console, exported.lines, language)
    _remember(out, system, exported.said)
    return DONE


def _send(arguments: argparse.Namespace, out: "OutFolder", console: Console) -> int:
    from autograder.commands.moodle import asking_moodle, assignment_at
    from autograder.export.order import number
    from autograder.export.push import plan, push

    language = language_of(arguments)
    assignment = assignment_at(arguments.moodle_api)
    order = _order(arguments, out, "moodle-api", console, compare=True)
    with asking_moodle():
        made = plan(order, assignment, arguments.overwrite)
    for change in made.changes:
        old = "–" if change.old is None else number(change.old)
        person = change.grade.marks.person
        console.print(RichText(f"{person.name or person.id}: {old} → {number(change.new)}"))
    _print(console, made.lines, language)
    if not arguments.send:
        console.print(text("Nichts geschrieben. Mit --send wird übertragen.")[language])
        return DONE
    label = text("Übertragen")[language]
    with progress_bar(console, label) as progress, asking_moodle():
        pushed = push(made.changes, order, assignment, progress)
    console.print(text("{n} Noten gespeichert und zurückgelesen.", n=pushed.written)[language])
    _print(console, pushed.lines, language)
    _remember(out, "moodle-api", pushed.said)
    return DONE if pushed.written == len(made.changes) else CHECK_FAILED


def _order(
    arguments: argparse.Namespace,
    out: "OutFolder",
    system: str,
    console: Console,
    compare: bool = False,
) -> "ExportOrder":
    from autograder.export.order import ExportOrder
    from autograder.pages import feedback_of

    marks = out.store.marks_in_force()
    feedback = feedback_of(out, marks) if out.store.decisions.released() else {}
    if not feedback:
        line = text("Ohne Rückmeldungen: Die Punkte sind noch nicht freigegeben (release).")
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
    )


def _print(console: Console, lines: Sequence[Text], language: Language) -> None:
    for line in lines:
        console.print(RichText(f"• {line[language]}"), soft_wrap=True)


def _said(out: "OutFolder") -> dict[str, dict[str, str]]:
    try:
        content = (out.path / SAID).read_bytes()
        return msgspec.json.decode(content, type=dict[str, dict[str, str]])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError) as error:
        raise UsageFault(
            f"{out.path / SAID} is damaged. Remove it; the next export writes everything."
        ) from error


def _remember(out: "OutFolder", system: str, said: object) -> None:
    from autograder.export.atomic import write_atomically

    write_atomically(out.path / SAID, msgspec.json.encode({**_said(out), system: said}))
