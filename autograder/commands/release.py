"""``autograder release``: the marks go out; from here on they only rise."""

import argparse

from rich.console import Console

from autograder.commands.shared import DONE, Commands, language_of, out_arguments
from autograder.i18n import text


def add(commands: Commands) -> None:
    command = commands.add_parser("release", help="Punkte gelten als mitgeteilt / marks go out")
    out_arguments(command)
    command.add_argument("--by", required=True, metavar="NAME", help="wer entscheidet / who")
    command.add_argument("--reason", default="release", metavar="TEXT", help="warum / why")
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.desk.marking import By, release
    from autograder.out.folder import OutFolder

    language = language_of(arguments)
    with OutFolder.existing(arguments.out, language) as out:
        done = release(out.store, By(arguments.by, arguments.reason))
    line = text(
        "Mitgeteilt: {parts} Bewertungen von {people} Personen; {open} Teile sind noch offen. "
        "Ab jetzt sinken Punkte nur mit --allow-lower.",
        parts=done.parts,
        people=done.people,
        open=done.open,
    )
    Console(highlight=False).print(line[language], soft_wrap=True)
    return DONE
