"""``autograder selftest``: how well the checks judge."""

import argparse
import os
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from autograder.commands.shared import (
    CHECK_FAILED,
    DONE,
    Commands,
    common_arguments,
    course_of,
    language_of,
    positive,
    progress_bar,
)
from autograder.i18n import text


def add(commands: Commands) -> None:
    command = commands.add_parser(
        "selftest", help="Wie gut urteilen die Prüfungen? / how well do the checks judge?"
    )
    common_arguments(command)
    command.add_argument("--full", action="store_true", help="die ganze Bank / the whole bank")
    command.add_argument("--only", metavar="PATTERN", help="z. B. / e.g. 'wrong/1a_*'")
    command.add_argument("--seeds", type=positive, metavar="N", help="default: 3, with --full 200")
    command.add_argument("--out", type=Path, metavar="OUT", help="default: ./BLATT-selftest")
    command.add_argument(
        "--publish", type=Path, metavar="FILE", help="Tabelle darin erneuern / renew its table"
    )
    command.add_argument("--jobs", type=positive, default=os.cpu_count() or 1, metavar="N")
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.selftest.run import selftest

    language = language_of(arguments)
    course = course_of(arguments.course, arguments.sheet)
    sheet = course.load(arguments.sheet)
    out = arguments.out or Path(f"{sheet.id}-selftest")
    console = Console(highlight=False)
    with progress_bar(console, text("Prüfungen messen")[language]) as progress:
        report = selftest(
            course,
            sheet,
            jobs=arguments.jobs,
            seeds=arguments.seeds or (200 if arguments.full else 3),
            full=arguments.full,
            out=out,
            only=arguments.only,
            document=arguments.publish,
            progress=progress,
        )
    shown = Table(box=None, pad_edge=False)
    headings = (
        text("Teil"),
        text("Richtige angenommen"),
        text("Falsche erkannt"),
        text("Punkte genau"),
        text("Fehler benannt"),
        text("Mutanten bemerkt"),
        text("Richtige zu Unrecht abgewiesen, Schranke"),
    )
    for heading in headings:
        shown.add_column(heading[language], justify="right")
    for row in report.parts:
        cells = (row.part, row.right, row.caught, row.exact, row.named, row.mutants)
        shown.add_row(*map(str, cells), f"{row.false_failure:.0e}" if row.false_failure else "0")
    console.print(shown)
    for miss in report.misses:
        console.print(RichText(f"✗ {miss}", style="red"), soft_wrap=True)
    console.print(
        f"{text('Bericht')[language]}: {(out / 'selftest.html').resolve()}", soft_wrap=True
    )
    return DONE if report.ok else CHECK_FAILED
