"""``autograder forget``: delete everything about somebody; there is no way back."""

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
from autograder.i18n import text


def add(commands: Commands) -> None:
    command = commands.add_parser("forget", help="Eine Person löschen / delete a person")
    out_arguments(command)
    command.add_argument("person", metavar="PERSON")
    decision_arguments(command)
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.desk.marking import By
    from autograder.desk.privacy import forget
    from autograder.out.folder import OutFolder

    language = language_of(arguments)
    with OutFolder.existing(arguments.out, language) as out:
        person = out.store.people.find(arguments.person)
        changed = forget(out, person, By(arguments.by, arguments.reason))
    line = text(
        "Gelöscht; betroffene Abgaben: {n}. Frühere Exporte in {out} sind mit gelöscht, geben Sie "
        "sie bei Bedarf neu aus. Nicht erreicht werden Sicherungskopien, Dateien in anderen "
        "Ordnern und das LMS: docs/data-protection.md.",
        out=arguments.out,
        n=len(changed),
    )
    Console(highlight=False).print(RichText(line[language]), soft_wrap=True)
    return DONE
