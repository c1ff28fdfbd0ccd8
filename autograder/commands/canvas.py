"""Canvas's API from the command line: address and token in, an assignment out."""

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
from autograder.lms.canvas.assignment import Assignment
from autograder.lms.canvas.fetch import fetch
from autograder.lms.canvas.rest import CanvasFault, Rest, site_course_assignment
from autograder.lms.canvas.switches import switches
from autograder.lms.roster import Roster

TOKEN = "AUTOGRADER_CANVAS_TOKEN"  # noqa: S105  (the variable's name)


@contextmanager
def asking_canvas() -> Iterator[None]:
    """What Canvas refuses is told with the command that finds out why."""
    try:
        yield
    except CanvasFault as fault:
        raise UsageFault(f"{fault} Try: autograder doctor --canvas URL") from fault


def assignment_at(address: str) -> Assignment:
    """The assignment of an address; raises :class:`UsageFault`."""
    site, course, assignment = site_course_assignment(address)
    with asking_canvas():
        return Assignment(Rest(site, os.environ.get(TOKEN, "")), course, assignment)


@contextmanager
def fetched(
    address: str, sheet: Sheet, console: Console, language: Language
) -> Iterator[tuple[Path, Roster]]:
    """Everything handed in as a private archive, which is gone afterwards, and its people."""
    assignment = assignment_at(address)
    with TemporaryDirectory(prefix="canvas-") as folder:
        path = Path(folder) / f"canvas-{assignment.details.id}.zip"
        with path.open("wb") as target, asking_canvas():
            got = fetch(assignment, target, sheet.limits.upload_mib)
        print_too_big(console, got.left_out, language)
        yield path, got.roster


def doctor(address: str, console: Console, language: Language) -> bool:
    """Print what the token may do and how the assignment is set; whether that works."""
    site, course, assignment = site_course_assignment(address)
    rest = Rest(site, os.environ.get(TOKEN, ""))
    return print_switches(console, switches(rest, course, assignment), language)
