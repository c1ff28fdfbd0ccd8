"""``autograder exempt``: one person need not do a part; it earns and costs them nothing."""

import argparse

from autograder.commands.shared import DONE, Commands, decision_arguments, out_arguments


def add(commands: Commands) -> None:
    command = commands.add_parser("exempt", help="Teil erlassen / a part somebody need not do")
    out_arguments(command)
    command.add_argument("person", metavar="PERSON")
    command.add_argument("part", metavar="TEIL")
    command.add_argument("--back", action="store_true", help="doch nicht / after all they must")
    decision_arguments(command)
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.desk.marking import By, exempt
    from autograder.out.folder import OutFolder

    with OutFolder.existing(arguments.out) as out:
        person = out.store.people.find(arguments.person)
        by = By(arguments.by, arguments.reason)
        exempt(out.store, person, arguments.part, by, arguments.back)
        out.renew()
    return DONE
