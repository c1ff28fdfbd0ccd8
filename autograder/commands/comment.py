"""``autograder comment``: what the tutor says to the students."""

import argparse

from autograder.commands.shared import DONE, Commands, decision_arguments, out_arguments


def add(commands: Commands) -> None:
    command = commands.add_parser("comment", help="Kommentar für Studierende / for students")
    out_arguments(command)
    command.add_argument("person", metavar="PERSON")
    command.add_argument("words", metavar="TEXT")
    command.add_argument("--part", default="", metavar="TEIL", help="sonst zum Ganzen / one part")
    decision_arguments(command)
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.desk.marking import By, comment, held_by
    from autograder.out.folder import OutFolder

    with OutFolder.existing(arguments.out) as out:
        by = By(arguments.by, arguments.reason)
        comment(
            out.store, held_by(out.store, arguments.person), arguments.words, by, arguments.part
        )
        out.renew()
    return DONE
