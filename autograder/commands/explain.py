"""``autograder explain``: everything behind one mark, for a student who asks."""

import argparse
from pathlib import Path

from rich.console import Console
from rich.text import Text as RichText

from autograder.commands.shared import DONE, Commands, language_of, out_arguments
from autograder.errors import UsageFault
from autograder.i18n import text


def add(commands: Commands) -> None:
    command = commands.add_parser("explain", help="Eine Bewertung begründen / explain a mark")
    out_arguments(command)
    command.add_argument("person", metavar="PERSON")
    command.add_argument("part", metavar="TEIL")
    command.add_argument("--pdf", type=Path, metavar="FILE", help="auch als PDF / as PDF, too")
    command.add_argument("--course", type=Path, metavar="DIR", help="wenn er umgezogen ist")
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.course.sheet import Course
    from autograder.desk.appeal import record, replay
    from autograder.desk.marking import held_by
    from autograder.out.folder import OutFolder
    from autograder.render.record import as_page, as_text

    language = language_of(arguments)
    with OutFolder.existing(arguments.out, language) as out:
        held = held_by(out.store, arguments.person)
        held.part(arguments.part)
        course = Course(arguments.course or Path(out.conditions.course))
        now = replay(out, course, held, arguments.part)
        sections = record(out, course, held, arguments.part, now)
        title = text(
            "{sheet}, Teil {part}: {person}",
            sheet=out.conditions.sheet.title.text[language],
            part=arguments.part,
            person=held.person.name or held.person.id,
        )
    console = Console(highlight=False)
    console.print(RichText(as_text(title, sections, language)), soft_wrap=True)
    if arguments.pdf is not None:
        _write(arguments.pdf, as_page(title, sections, language))
        console.print(str(arguments.pdf.resolve()), soft_wrap=True)
    return DONE


def _write(path: Path, page: str) -> None:
    from autograder.export.atomic import write_atomically
    from autograder.sandbox.printer import printer

    with printer() as press:
        content = press.pdf(page)
    try:
        write_atomically(path, content)
    except OSError as error:
        raise UsageFault(f"{path} cannot be written: {error.strerror}.") from error
