"""``autograder build``: the student notebooks from the master."""

import argparse

from rich.console import Console

from autograder.commands.shared import (
    CHECK_FAILED,
    DONE,
    Commands,
    common_arguments,
    course_of,
    language_of,
)
from autograder.i18n import text


def add(commands: Commands) -> None:
    command = commands.add_parser(
        "build", help="Notebooks aus der Vorlage erzeugen / make notebooks from the master"
    )
    common_arguments(command)
    command.add_argument(
        "--check", action="store_true", help="nur prüfen, ob sie aktuell sind / only compare"
    )
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.build.publish import build_notebooks, stale

    course = course_of(arguments.course, arguments.sheet)
    sheet = course.load(arguments.sheet)
    console = Console(highlight=False)
    if arguments.check:
        outdated = stale(course, sheet)
        for path in outdated:
            console.print(f"{path}: {text('nicht aktuell')[language_of(arguments)]}")
        return CHECK_FAILED if outdated else DONE
    for path, content in build_notebooks(course, sheet).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        console.print(str(path))
    return DONE
