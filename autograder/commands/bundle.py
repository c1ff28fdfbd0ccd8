"""``autograder bundle``: what students get, and what otter-grader takes."""

import argparse
from pathlib import Path

from rich.console import Console

from autograder.commands.shared import DONE, Commands, common_arguments, course_of, language_of


def add(commands: Commands) -> None:
    command = commands.add_parser("bundle", help="Pakete für otter-grader / bundles for otter")
    common_arguments(command)
    kind = command.add_mutually_exclusive_group(required=True)
    kind.add_argument(
        "--student", action="store_true", help="Notebook und Formtests / notebook and form tests"
    )
    kind.add_argument(
        "--gradescope", action="store_true", help="autograder.zip (bleibt geheim / keep it private)"
    )
    command.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="default: ./BLATT-student.zip, ./BLATT-autograder.zip",
    )
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.otter_bridge.bundle import gradescope_bundle
    from autograder.public.bundle import student_bundle

    course = course_of(arguments.course, arguments.sheet)
    sheet = course.load(arguments.sheet)
    make, ending = (
        (student_bundle, "student") if arguments.student else (gradescope_bundle, "autograder")
    )
    target = arguments.out or Path(f"{sheet.id}-{ending}.zip")
    target.write_bytes(make(course, sheet, language_of(arguments)))
    Console(highlight=False).print(str(target.resolve()), soft_wrap=True)
    return DONE
