"""``autograder check``: the public self-check of one notebook, unconfined."""

import argparse
from pathlib import Path

from rich.console import Console
from rich.text import Text as RichText

from autograder.commands.shared import (
    CHECK_FAILED,
    DONE,
    Commands,
    common_arguments,
    course_of,
    language_of,
    positive,
)
from autograder.i18n import text


def add(commands: Commands) -> None:
    command = commands.add_parser(
        "check", help="Sind alle Antworten da? / is every answer there? (keine Bewertung)"
    )
    command.add_argument("notebook", type=Path, metavar="NOTEBOOK")
    command.add_argument(
        "--course", type=Path, metavar="DIR", help="Ordner des Kurses / course folder"
    )
    command.add_argument(
        "--seconds", type=positive, metavar="N", help="Zeit pro Zelle / time per cell"
    )
    common_arguments(command, sheet=False)
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit code 0 when every answer was found, 1 when one is missing."""
    from autograder.public.carried import carried, table_for
    from autograder.public.kernel import check_notebook
    from autograder.selfcheck.words import lines, summary

    language = language_of(arguments)
    console = Console(highlight=False)
    notebook = carried(arguments.notebook)
    table = table_for(notebook, course_of(arguments.course, notebook.sheet))
    told = text(
        "Das Notebook läuft jetzt ungeschützt und mit Ihren Rechten. Prüfen Sie so nur eigene "
        "Notebooks."
    )
    console.print(RichText(told[language]), soft_wrap=True)
    seconds = arguments.seconds or table["cell_seconds"]
    checked = check_notebook(arguments.notebook, table, seconds)
    for problem in checked.cells:
        console.print(RichText(f"! {problem[language]}"), soft_wrap=True)
    for report in checked.reports:
        for line in lines(report, language):
            console.print(RichText(line), soft_wrap=True)
    if not checked.reports:
        return CHECK_FAILED
    console.print(RichText(summary(checked.reports, language)), soft_wrap=True)
    return DONE if all(report.found for report in checked.reports) else CHECK_FAILED
