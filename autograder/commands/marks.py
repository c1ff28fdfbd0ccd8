"""``autograder marks``: marks out to a spreadsheet, and in again."""

import argparse
from pathlib import Path

from rich.console import Console
from rich.text import Text as RichText

from autograder.commands.shared import CHECK_FAILED, DONE, Commands, language_of, out_arguments
from autograder.errors import UsageFault
from autograder.i18n import text


def add(commands: Commands) -> None:
    command = commands.add_parser("marks", help="Punkte in einer Tabelle / in a spreadsheet")
    out_arguments(command)
    way = command.add_mutually_exclusive_group(required=True)
    way.add_argument("--export", type=Path, metavar="XLSX", help="zum Ausfüllen / to fill in")
    way.add_argument(
        "--import", type=Path, metavar="XLSX", dest="filled", help="ausgefüllt / filled in"
    )
    command.add_argument("--by", default="", metavar="NAME", help="zu --import: wer / who")
    command.add_argument(
        "--reason", default="marks.xlsx", metavar="TEXT", help="wo in der Zeile keiner steht"
    )
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.desk.marking import By
    from autograder.desk.marksheet import export, take_in
    from autograder.export.atomic import write_atomically
    from autograder.out.folder import OutFolder
    from autograder.render.words import points

    language = language_of(arguments)
    console = Console(highlight=False)
    path: Path = arguments.export or arguments.filled
    with OutFolder.existing(arguments.out, language) as out:
        try:
            if arguments.export:
                write_atomically(path, export(out))
                console.print(str(path.resolve()), soft_wrap=True)
                return DONE
            content = path.read_bytes()
        except OSError as error:
            raise UsageFault(f"{path}: {error.strerror}.") from error
        taken = take_in(out, content, path.name, By(arguments.by, arguments.reason))
        out.renew()
    done = text("Bewertungen übernommen: {n}.", n=len(taken.decisions))
    console.print(done[language])
    for one in taken.conflicts:
        line = text(
            "{submission} {part}: in der Tabelle {filled}, inzwischen {now} (war {left}); es "
            "bleibt bei {now}.",
            submission=one.submission,
            part=one.task,
            filled=points(one.filled, language),
            now=points(one.now, language),
            left=points(one.left, language),
        )
        console.print(RichText(f"! {line[language]}"), soft_wrap=True)
    return CHECK_FAILED if taken.conflicts else DONE
