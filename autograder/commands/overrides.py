"""``autograder overrides``: extensions, exemptions and bonus points of single people from a CSV."""

import argparse
from pathlib import Path

from rich.console import Console
from rich.text import Text as RichText

from autograder.commands.shared import DONE, Commands, common_arguments, language_of
from autograder.i18n import text


def add(commands: Commands) -> None:
    command = commands.add_parser(
        "overrides", help="Fristen, Befreiungen, Zusatzpunkte / extensions, exemptions, bonus"
    )
    common_arguments(command, sheet=False)
    command.add_argument("out", type=Path, metavar="OUT", help="Ordner einer Bewertung / of a run")
    command.add_argument(
        "table", type=Path, metavar="CSV", help="person, frist, befreit, bonus, grund"
    )
    command.add_argument("--by", required=True, metavar="NAME", help="wer das entscheidet / who")
    command.add_argument("--reason", default="", metavar="…", help="wo in der CSV keiner steht")
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.lms.tables import load
    from autograder.out.folder import OutFolder
    from autograder.scoring.overrides import decisions, read_overrides

    language = language_of(arguments)
    console = Console(highlight=False)
    with OutFolder.existing(arguments.out, language) as out:
        store = out.store
        path: Path = arguments.table
        found = read_overrides(load(path), path.name, store.people.all())
        made = decisions(found, store.rulings(), arguments.by, arguments.reason)
        store.decisions.add(made)
        before = {one.person.id: one for one in store.marks_in_force()}
        for name in sorted({one.person for one in made}):
            marks = before[name]
            lines = "; ".join(one.reason[language] for one in marks.adjustments) or "–"
            console.print(RichText(f"{marks.person.name or name}: {lines}"))
        console.print(text("Entscheidungen gespeichert: {n}.", n=len(made))[language])
    return DONE
