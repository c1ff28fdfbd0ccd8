"""``autograder review``: the web page on which tutors mark what waits for a human."""

import argparse
import getpass
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text as RichText

from autograder.commands.shared import DONE, Commands, common_arguments, language_of
from autograder.course.sheet import Course
from autograder.errors import UsageFault
from autograder.i18n import text

if TYPE_CHECKING:
    from autograder.out.folder import OutFolder
    from autograder.review.web import Regrade


def add(commands: Commands) -> None:
    command = commands.add_parser("review", help="Korrektur im Browser / mark in the browser")
    command.add_argument(
        "out", type=Path, metavar="OUT", help="Ordner eines Laufs / a run's folder"
    )
    common_arguments(command, sheet=False)
    command.add_argument("--by", metavar="NAME", help="Ihr Name in Verlauf und Export / your name")
    command.add_argument(
        "--port", type=int, default=0, metavar="N", help="default: frei / any free"
    )
    command.add_argument(
        "--host", default="127.0.0.1", metavar="HOST", help="nur mit Passwörtern und TLS / …"
    )
    command.add_argument("--name", default="", metavar="HOST", help="Name im Browser / host name")
    command.add_argument("--cert", type=Path, metavar="FILE", help="TLS")
    command.add_argument("--key", type=Path, metavar="FILE", help="TLS")
    command.add_argument(
        "--behind-proxy", action="store_true", help="TLS endet an Ihrem Proxy / TLS ends at a proxy"
    )
    command.add_argument(
        "--add-tutor", metavar="NAME", help="Name und Passwort anlegen / add a name and password"
    )
    command.add_argument("--share", default="1/1", metavar="K/N", help="Anteil / share of people")
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    try:
        from autograder.review import serve
    except ModuleNotFoundError as error:
        raise UsageFault(
            f"{error.name} is missing: pip install 'notebook-autograder[review]'."
        ) from error
    from autograder.out.folder import OutFolder
    from autograder.review.tutors import load_tutors

    language = language_of(arguments)
    console = Console(highlight=False)
    with OutFolder.existing(arguments.out, language) as out:
        if arguments.add_tutor:
            tutors = load_tutors(out.path).add(arguments.add_tutor, _password(), arguments.share)
            console.print(str(tutors.path), soft_wrap=True)
            return DONE
        place = serve.Place(
            arguments.host,
            arguments.port,
            arguments.name,
            arguments.cert,
            arguments.key,
            arguments.behind_proxy,
        )

        def ready(address: str) -> None:
            console.print(RichText(address, style="bold"), soft_wrap=True)
            console.print(text("Strg-C beendet; alles Bewertete ist gespeichert.")[language])

        office = serve.office_of(out, _regrade(out), place.secure)
        try:
            serve.serve(office, place, arguments.by or getpass.getuser(), language, ready)
        finally:
            out.renew()
    return DONE


def _regrade(out: "OutFolder") -> "Regrade":
    """As ``autograder alias`` does it; one run at a time."""
    one_at_a_time = threading.Lock()

    def regrade(submission: str) -> None:
        from autograder.run.order import Order
        from autograder.run.pipeline import grade

        conditions = out.conditions
        course, only = Course(Path(conditions.course)), (submission,)
        with one_at_a_time:
            grade(Order(course, conditions.sheet, (), out.path, 1, out.language, only=only))

    return regrade


def _password() -> str:
    """Typed twice, never shown and never an argument, which others could read."""
    typed = getpass.getpass("Passwort / password: ")
    if getpass.getpass("noch einmal / again: ") != typed:
        raise UsageFault("The two passwords differ; nothing was changed.")
    return typed
