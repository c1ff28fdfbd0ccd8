"""``autograder person``: everything that is held about somebody, to hand over."""

import argparse
from pathlib import Path

from rich.console import Console

from autograder.commands.shared import DONE, Commands, language_of, out_arguments


def add(commands: Commands) -> None:
    command = commands.add_parser("person", help="Alles über eine Person / all about a person")
    out_arguments(command)
    command.add_argument("person", metavar="PERSON")
    command.add_argument("--into", type=Path, metavar="DIR", help="default: ./auskunft")
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.desk.privacy import hand_over
    from autograder.out.folder import OutFolder

    into = arguments.into or Path("auskunft")
    with OutFolder.existing(arguments.out, language_of(arguments)) as out:
        written = hand_over(out, out.store.people.find(arguments.person), into)
    console = Console(highlight=False)
    for path in written:
        console.print(str(path.resolve()), soft_wrap=True)
    return DONE
