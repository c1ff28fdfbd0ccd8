"""``autograder todo``: what is left for people to do in a run."""

import argparse

from rich.console import Console
from rich.text import Text as RichText

from autograder.commands.listing import print_todo
from autograder.commands.shared import DONE, Commands, language_of, out_arguments
from autograder.i18n import text


def add(commands: Commands) -> None:
    command = commands.add_parser("todo", help="Was ist noch zu tun? / what is left to do?")
    out_arguments(command)
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.desk.marking import contradicted, differing_groups
    from autograder.out.folder import OutFolder
    from autograder.render import safe
    from autograder.render.words import points

    language = language_of(arguments)
    console = Console(highlight=False)
    with OutFolder.existing(arguments.out, language) as out:
        results = [result for result, _ in out.store.brief_in_force()]
        print_todo(console, out.sheet_in_force, results, language)
        for group, names in differing_groups(out.store).items():
            line = text(
                "Gruppe {group} hat Verschiedenes abgegeben: {names}. Wählen: autograder take",
                group=safe.line(group),
                names=", ".join(map(safe.line, names)),
            )
            console.print(RichText(f"! {line[language]}"), soft_wrap=True)
        for mark, part in contradicted(out.store):
            line = text(
                "{submission} {part}: von Hand {points}, die Prüfungen sagen jetzt {now}.",
                submission=safe.line(mark.submission),
                part=mark.task,
                points=points(mark.points, language),
                now=f"{points(part.points, language)} ({part.outcome.label[language]})",
            )
            console.print(RichText(f"! {line[language]}"), soft_wrap=True)
    return DONE
