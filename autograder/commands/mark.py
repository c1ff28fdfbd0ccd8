"""``autograder mark``: points for one part by hand, with author and reason."""

import argparse

from rich.console import Console
from rich.text import Text as RichText

from autograder.commands.shared import (
    DONE,
    Commands,
    decision_arguments,
    language_of,
    out_arguments,
)
from autograder.errors import UsageFault
from autograder.i18n import text

AUTOMATIC = "auto"


def add(commands: Commands) -> None:
    command = commands.add_parser("mark", help="Teil von Hand bewerten / mark a part by hand")
    out_arguments(command)
    command.add_argument("person", metavar="PERSON")
    command.add_argument("part", metavar="TEIL", help="z. B. / e.g. 1d")
    command.add_argument(
        "points", metavar="PUNKTE", help=f"oder {AUTOMATIC}: wieder das Ergebnis der Prüfungen"
    )
    command.add_argument(
        "--only", action="store_true", help="nicht für die anderen der Gruppe / this member only"
    )
    command.add_argument(
        "--allow-lower", action="store_true", help="auch unter mitgeteilte Punkte / below released"
    )
    decision_arguments(command)
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.desk.marking import By, held_by, mark
    from autograder.out.folder import OutFolder
    from autograder.render.words import points as shown

    language = language_of(arguments)
    by = By(arguments.by, arguments.reason)
    with OutFolder.existing(arguments.out, language) as out:
        held = held_by(out.store, arguments.person)
        points = _points(arguments.points)
        mark(
            out.store,
            held,
            arguments.part,
            points,
            by,
            only=arguments.only,
            allow_lower=arguments.allow_lower,
        )
        out.renew()
        (now,) = (one for one in out.store.marks_in_force() if one.person.id == held.person.id)
    line = text(
        "{person}, {part}: {points} von {maximum}; zusammen {total} ({open} Teile offen).",
        person=held.person.name or held.person.id,
        part=arguments.part,
        points=shown(now.parts.get(arguments.part), language),
        maximum=shown(held.part(arguments.part).maximum, language),
        total=shown(now.certain, language),
        open=now.open,
    )
    Console(highlight=False).print(RichText(line[language]), soft_wrap=True)
    return DONE


def _points(given: str) -> float | None:
    if given == AUTOMATIC:
        return None
    try:
        return float(given.replace(",", "."))
    except ValueError as error:
        raise UsageFault(f"{given!r} are no points. Expected a number or {AUTOMATIC}.") from error
