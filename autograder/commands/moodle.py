"""Moodle's web service from the command line: address and token in, an assignment out."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text as RichText

from autograder.course.sheet import Sheet
from autograder.errors import UsageFault
from autograder.i18n import Language, text
from autograder.lms.assignment import Assignment
from autograder.lms.fetch import fetch
from autograder.lms.switches import switches
from autograder.lms.webservice import MoodleFault, WebService, site_and_module
from autograder.lms.worksheet import Worksheet

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
) -> Iterator[tuple[Path, Worksheet]]:
    """Everything handed in as a private archive, which is gone afterwards, and its people."""
    assignment = assignment_at(address)
    with TemporaryDirectory(prefix="moodle-") as folder:
        path = Path(folder) / f"moodle-{assignment.details.cmid}.zip"
        with path.open("wb") as target, asking_moodle():
            got = fetch(assignment, target, sheet.rules.timezone, sheet.limits.upload_mib)
        for name in got.left_out:
            line = text("„{name}“ ist zu groß und wurde nicht geladen.", name=name)
            console.print(RichText(f"! {line[language]}", style="yellow"), soft_wrap=True)
        yield path, got.worksheet


def doctor(address: str, console: Console, language: Language) -> bool:
    """Print what the token may do and what is switched on; whether grading that way works."""
    site, cmid = site_and_module(address)
    works = True
    for one in switches(WebService(site, os.environ.get(TOKEN, "")), cmid):
        mark = RichText("✓ " if one.ok else "✗ ", style="green" if one.ok else "red")
        console.print(mark + RichText(one.what[language]))
        if one.remedy is not None and not one.ok:
            console.print(RichText(f"  → {one.remedy[language]}"), soft_wrap=True)
        works = works and (one.ok or not one.needed)
    return works
