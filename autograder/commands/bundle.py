"""``autograder bundle``: what otter-grader takes."""

import argparse
from pathlib import Path

from rich.console import Console

from autograder.commands.shared import DONE, Commands, common_arguments, course_of, language_of


def add(commands: Commands) -> None:
    command = commands.add_parser("bundle", help="Pakete für otter-grader / bundles for otter")
    common_arguments(command)
    command.add_argument("--gradescope", action="store_true", required=True)
    command.add_argument("--out", type=Path, metavar="FILE", help="default: ./BLATT-autograder.zip")
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.otter_bridge.bundle import gradescope_bundle

    course = course_of(arguments.course, arguments.sheet)
    sheet = course.load(arguments.sheet)
    target = arguments.out or Path(f"{sheet.id}-autograder.zip")
    target.write_bytes(gradescope_bundle(course, sheet, language_of(arguments)))
    Console(highlight=False).print(str(target.resolve()), soft_wrap=True)
    return DONE
