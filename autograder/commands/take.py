"""``autograder take``: of what a group's members handed in, one counts for all of them."""

import argparse

from autograder.commands.shared import DONE, Commands, decision_arguments, out_arguments


def add(commands: Commands) -> None:
    command = commands.add_parser("take", help="Welche Abgabe einer Gruppe zählt / which counts")
    out_arguments(command)
    command.add_argument("submission", metavar="ABGABE")
    decision_arguments(command)
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.desk.marking import By, take
    from autograder.out.folder import OutFolder

    with OutFolder.existing(arguments.out) as out:
        take(out.store, arguments.submission, By(arguments.by, arguments.reason))
        out.renew()
    return DONE
