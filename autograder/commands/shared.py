"""What several commands share: arguments, exit codes, the course, the progress bar."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text as RichText

from autograder.course.sheet import Course
from autograder.errors import UsageFault
from autograder.i18n import Language, text

if TYPE_CHECKING:
    from autograder.lms.switches import Switch

DONE, CHECK_FAILED, WRONG_USE, GRADER_FAILED = 0, 1, 2, 3
INTERRUPTED = 128 + 2

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def common_arguments(command: argparse.ArgumentParser, sheet: bool = True) -> None:
    if sheet:
        command.add_argument("sheet", metavar="BLATT", help="z. B. / e.g. blatt09")
        command.add_argument(
            "--course", type=Path, metavar="DIR", help="Ordner des Kurses / course folder"
        )
    command.add_argument("--lang", choices=("de", "en"), default="de", help="Sprache / language")


def out_arguments(command: argparse.ArgumentParser) -> None:
    """For a command on results that are there already."""
    command.add_argument("out", type=Path, metavar="OUT", help="Ordner eines Laufs / of a run")
    common_arguments(command, sheet=False)


def decision_arguments(command: argparse.ArgumentParser) -> None:
    """For a command that changes what counts: who and why are kept with it."""
    command.add_argument("--by", required=True, metavar="NAME", help="wer entscheidet / who")
    command.add_argument("--reason", required=True, metavar="TEXT", help="warum / why")


def positive(number: str) -> int:
    value = int(number)
    if value < 1:
        raise argparse.ArgumentTypeError("1 or more")
    return value


def language_of(arguments: argparse.Namespace) -> Language:
    return "en" if getattr(arguments, "lang", "de") == "en" else "de"


def course_of(folder: Path | None, sheet: str) -> Course:
    """The course named by ``--course``, else the one here, else the one beside the package."""
    if folder is not None:
        if not folder.is_dir():
            raise UsageFault(f"{folder} is no folder. --course names a course's folder.")
        return Course(folder)
    for candidate in (Path.cwd(), Path(__file__).resolve().parents[2]):
        course = Course(candidate)
        if sheet in course.sheets():
            return course
    return Course(Path.cwd())


@contextmanager
def progress_bar(console: Console, label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar with rate and time left; it is gone when the work is done."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        running = bar.add_task(label, total=None, rate="")

        def progress(done: int, total: int) -> None:
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
            rate = f"{speed:.1f}/s" if speed else ""
            bar.update(running, completed=done, total=total, rate=rate)

        yield progress


def print_too_big(console: Console, names: Iterable[str], language: Language) -> None:
    """Files that a web service has and nobody fetched."""
    for name in names:
        line = text("„{name}“ ist zu groß und wurde nicht geladen.", name=name)
        console.print(RichText(f"! {line[language]}", style="yellow"), soft_wrap=True)


def print_switches(console: Console, found: Iterable["Switch"], language: Language) -> bool:
    """What is on and off, with remedies; whether everything needed is on."""
    works = True
    for one in found:
        mark = RichText("✓ " if one.ok else "✗ ", style="green" if one.ok else "red")
        console.print(mark + RichText(one.what[language]))
        if one.remedy is not None and not one.ok:
            console.print(RichText(f"  → {one.remedy[language]}"), soft_wrap=True)
        works = works and (one.ok or not one.needed)
    return works
