"""``autograder categories``: what students propose in a written list, collected for a vote."""

import argparse
from pathlib import Path

from rich.console import Console

from autograder.commands.shared import DONE, Commands, common_arguments, course_of, language_of
from autograder.errors import UsageFault
from autograder.records.model import Outcome

READ = (Outcome.RIGHT, Outcome.PARTLY, Outcome.WRONG)
"""Of other outcomes nobody knows which cell is the list."""


def add(commands: Commands) -> None:
    command = commands.add_parser(
        "categories",
        help="Vorschläge der Studierenden sammeln / collect what students propose",
    )
    common_arguments(command)
    command.add_argument(
        "out", type=Path, metavar="OUT", help="Ordner einer Bewertung / folder of a grading run"
    )
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.categories.listing import categories_csv, categories_page
    from autograder.categories.merging import merged
    from autograder.categories.reading import proposals
    from autograder.export.atomic import write_atomically
    from autograder.out.folder import OutFolder

    sheet = course_of(arguments.course, arguments.sheet).load(arguments.sheet)
    written = [task.id for task in sheet.tasks if task.written]
    if len(written) != 1:
        raise UsageFault(
            f"{sheet.id} has {len(written)} parts that are answered by a written list, expected "
            "was one. Mark it in sheet.toml with: written = true"
        )
    language, out = language_of(arguments), arguments.out
    with OutFolder.existing(out, language) as folder:
        answers = [
            part.answer or ""
            for result in folder.results()
            for part in result.parts
            if part.task == written[0] and part.outcome in READ
        ]
    found = merged(proposals(answer) for answer in answers)
    pages = {
        out / "categories.csv": categories_csv(found).encode("utf-8-sig"),
        out / "categories.html": categories_page(sheet, found, language).encode(),
    }
    console = Console(highlight=False)
    for path, content in pages.items():
        write_atomically(path, content)
        console.print(str(path.resolve()), soft_wrap=True)
    return DONE
