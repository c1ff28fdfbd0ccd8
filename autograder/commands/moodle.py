"""Moodle's web service from the command line: address and token in, an assignment out."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from autograder.commands.shared import print_switches, print_too_big
from autograder.course.sheet import Sheet
from autograder.errors import UsageFault
from autograder.i18n import Language
from autograder.lms.assignment import Assignment
from autograder.lms.fetch import fetch
from autograder.lms.roster import Roster
from autograder.lms.switches import switches
from autograder.lms.webservice import MoodleFault, WebService, site_and_module

TOKEN = "AUTOGRADER_MOODLE_TOKEN"  # noqa: S105  (the variable's name)


@contextmanager
def asking_moodle() -> Iterator[None]:
    """What Moodle refuses is told with the command that finds out why."""
    try:
        yield
    except MoodleFault as fault:
        raise UsageFault(f"{fault} Try: autograder doctor --moodle URL") from fault


def assignment_at(address: str) -> Assignment:
    """The assignment of an address; raises :class:`UsageFault`."""
    site, cmid = site_and_module(address)
    with asking_moodle():
        return Assignment(WebService(site, os.environ.get(TOKEN, "")), cmid)


@contextmanager
def fetched(
    address: str, sheet: Sheet, console: Console, language: Language
) -> Iterator[tuple[Path, Roster]]:
    """Everything handed in as a private archive, which is gone afterwards, and its people."""
    assignment = assignment_at(address)
    with TemporaryDirectory(prefix="moodle-") as folder:
        path = Path(folder) / f"moodle-{assignment.details.cmid}.zip"
        with path.open("wb") as target, asking_moodle():
            got = fetch(assignment, target, sheet.rules.timezone, sheet.limits.upload_mib)
        print_too_big(console, got.left_out, language)
        yield path, got.roster


def doctor(address: str, console: Console, language: Language) -> bool:
    """Print what the token may do and what is switched on; whether grading that way works."""
    site, cmid = site_and_module(address)
    found = switches(WebService(site, os.environ.get(TOKEN, "")), cmid)
    return print_switches(console, found, language)
