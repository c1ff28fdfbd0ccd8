"""``autograder alias``: an answer stands under a name that the checks did not find."""

import argparse
from pathlib import Path

from rich.console import Console

from autograder.commands.changed import print_changes
from autograder.commands.shared import (
    DONE,
    GRADER_FAILED,
    Commands,
    decision_arguments,
    language_of,
    out_arguments,
)


def add(commands: Commands) -> None:
    command = commands.add_parser("alias", help="Name einer Antwort zuordnen / name an answer")
    out_arguments(command)
    command.add_argument("person", metavar="PERSON")
    command.add_argument("part", metavar="TEIL")
    command.add_argument("name", metavar="NAME", help="wie sie im Notebook heißt / in the notebook")
    decision_arguments(command)
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.course.sheet import Course
    from autograder.desk.marking import By, alias, held_by
    from autograder.out.folder import OutFolder
    from autograder.run.order import Order
    from autograder.run.pipeline import grade

    language = language_of(arguments)
    by = By(arguments.by, arguments.reason)
    with OutFolder.existing(arguments.out, language) as out:
        held = held_by(out.store, arguments.person)
        alias(out.store, held, arguments.part, arguments.name, by)
        conditions = out.conditions
    course, only = Course(Path(conditions.course)), (held.version.submission,)
    order = Order(course, conditions.sheet, (), arguments.out, 1, language, only=only)
    summary = grade(order)
    print_changes(Console(highlight=False), summary.changes, language)
    return GRADER_FAILED if summary.our_fault else DONE
