"""``autograder void``: take a bad question out of the marking, for everybody."""

import argparse

from rich.console import Console

from autograder.commands.shared import (
    DONE,
    Commands,
    decision_arguments,
    language_of,
    out_arguments,
)
from autograder.i18n import text


def add(commands: Commands) -> None:
    command = commands.add_parser("void", help="Teil aus der Wertung nehmen / a bad question")
    out_arguments(command)
    command.add_argument("part", metavar="TEIL")
    how = command.add_mutually_exclusive_group(required=True)
    for name, help_text in (
        ("full", "volle Punkte für alle / full points for everybody"),
        ("remove", "zählt nicht mehr, auch nicht im Maximum / leaves the maximum, too"),
        ("back", "zählt wieder / counts again"),
    ):
        how.add_argument(f"--{name}", dest="how", action="store_const", const=name, help=help_text)
    command.add_argument("--allow-lower", action="store_true", help="trotz Mitteilung / released")
    decision_arguments(command)
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.desk.marking import By, void
    from autograder.out.folder import OutFolder

    language = language_of(arguments)
    with OutFolder.existing(arguments.out, language) as out:
        by = By(arguments.by, arguments.reason)
        void(out.store, arguments.part, arguments.how, by, arguments.allow_lower)
        count = len(out.renew())
        points = out.sheet_in_force.points
    line = text("Neu gerechnet: {n} Abgaben, {points:g} Punkte.", n=count, points=points)
    Console(highlight=False).print(line[language])
    return DONE
