"""argv in, text and exit code out. Nothing else of the package prints or exits.

Exit codes: 0 done; 1 a check of ours failed (doctor, build --check); 2 wrong use; 3 the grader
itself failed on something. What a student did wrong is no exit code.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text as RichText

from autograder import __version__
from autograder.errors import GraderFault, UsageFault
from autograder.i18n import Language, text
from autograder.model import SubmissionResult
from autograder.sheet import Course, Sheet, override

DONE, CHECK_FAILED, WRONG_USE, GRADER_FAILED = 0, 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    arguments = _parser().parse_args(argv)
    errors = Console(stderr=True, highlight=False)
    try:
        command: Callable[[argparse.Namespace], int] = arguments.command
        return command(arguments)
    except UsageFault as fault:
        errors.print(RichText(str(fault), style="bold red"))
        return WRONG_USE
    except GraderFault as fault:
        errors.print(RichText(f"{text('Unser Fehler')[_language(arguments)]}: {fault}"))
        return GRADER_FAILED
    except KeyboardInterrupt:
        return 128 + 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="autograder",
        description="Bewertet Jupyter-Notebooks mit verborgenen Prüfungen. / "
        "Grades Jupyter notebooks with hidden checks.",
    )
    parser.add_argument("--version", action="version", version=f"autograder {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_grade(commands)
    _add_doctor(commands)
    _add_build(commands)
    _add_bundle(commands)
    _add_selftest(commands)
    return parser


def _common(command: argparse.ArgumentParser, sheet: bool = True) -> None:
    if sheet:
        command.add_argument("sheet", metavar="BLATT", help="z. B. / e.g. blatt09")
        command.add_argument(
            "--course", type=Path, metavar="DIR", help="Ordner des Kurses / course folder"
        )
    command.add_argument("--lang", choices=("de", "en"), default="de", help="Sprache / language")


def _add_grade(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("grade", help="Abgaben bewerten / grade submissions")
    _common(command)
    command.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="Notebooks, Ordner, Zips / …"
    )
    command.add_argument("--out", type=Path, metavar="OUT", help="default: ./BLATT-bewertung")
    command.add_argument(
        "--jobs", type=_positive, default=os.cpu_count() or 1, metavar="N", help="gleichzeitig"
    )
    command.add_argument(
        "--limit",
        action="append",
        default=[],
        type=_assignment,
        metavar="NAME=WERT",
        help="Grenze statt der aus sheet.toml / limit instead of the sheet's, e.g. cell_seconds=20",
    )
    command.set_defaults(command=_grade)


def _assignment(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError("NAME=WERT")
    return name, value


def _positive(number: str) -> int:
    value = int(number)
    if value < 1:
        raise argparse.ArgumentTypeError("1 or more")
    return value


def _add_doctor(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("doctor", help="Was bietet dieser Rechner? / what works here?")
    _common(command, sheet=False)
    command.set_defaults(command=_doctor)


def _add_build(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "build", help="Notebooks aus der Vorlage erzeugen / make notebooks from the master"
    )
    _common(command)
    command.add_argument(
        "--check", action="store_true", help="nur prüfen, ob sie aktuell sind / only compare"
    )
    command.set_defaults(command=_build)


def _add_bundle(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("bundle", help="Pakete für otter-grader / bundles for otter")
    _common(command)
    command.add_argument("--gradescope", action="store_true", required=True)
    command.add_argument("--out", type=Path, metavar="FILE", help="default: ./BLATT-autograder.zip")
    command.set_defaults(command=_bundle)


def _add_selftest(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "selftest", help="Wie gut urteilen die Prüfungen? / how well do the checks judge?"
    )
    _common(command)
    command.add_argument("--full", action="store_true", help="die ganze Bank / the whole bank")
    command.add_argument("--seeds", type=_positive, metavar="N", help="default: 3, with --full 200")
    command.add_argument("--out", type=Path, metavar="OUT", help="default: ./BLATT-selftest")
    command.add_argument("--jobs", type=_positive, default=os.cpu_count() or 1, metavar="N")
    command.set_defaults(command=_selftest)


def _language(arguments: argparse.Namespace) -> Language:
    return "en" if getattr(arguments, "lang", "de") == "en" else "de"


def course_of(folder: Path | None, sheet: str) -> Course:
    """The course named by ``--course``, else the one here, else the one beside the package."""
    if folder is not None:
        if not folder.is_dir():
            raise UsageFault(f"{folder} is no folder. --course names a course's folder.")
        return Course(folder)
    for candidate in (Path.cwd(), Path(__file__).resolve().parent.parent):
        course = Course(candidate)
        if sheet in course.sheets():
            return course
    return Course(Path.cwd())


def _grade(arguments: argparse.Namespace) -> int:
    from autograder.pipeline import Order, grade

    language = _language(arguments)
    course = course_of(arguments.course, arguments.sheet)
    sheet = course.load(arguments.sheet)
    sheet = msgspec.structs.replace(sheet, limits=override(sheet.limits, dict(arguments.limit)))
    out = arguments.out or Path(f"{sheet.id}-bewertung")
    console = Console(highlight=False)
    order = Order(course, sheet, tuple(arguments.paths), out, arguments.jobs, language)
    with _progress_bar(console, text("Bewerten")[language]) as progress:
        summary = grade(order, progress)
    from autograder.render.table import table, todo

    console.print(RichText(text("Zu tun")[language], style="bold"))
    console.print(RichText(f"  {_counts(sheet, summary.results, language)}"), soft_wrap=True)
    _print_todo(console, todo(sheet, summary.results), language)
    _print_table(console, table(sheet, summary.results, language))
    console.print(_run_line(len(summary.graded), summary.seconds, language))
    console.print(
        f"{text('Übersicht')[language]}: {(out / 'index.html').resolve()}", soft_wrap=True
    )
    for name in summary.damaged:
        damaged = text("Nicht mehr lesbar, bitte neu bewerten: {name}", name=name)
        console.print(RichText(damaged[language], style="bold red"), soft_wrap=True)
    if summary.interrupted:
        console.print(text("Unterbrochen; was fertig war, ist gespeichert.")[language])
        return 128 + 2
    return GRADER_FAILED if summary.our_fault else DONE


@contextmanager
def _progress_bar(console: Console, label: str) -> Iterator[Callable[[int, int], None]]:
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


def _run_line(graded: int, seconds: float, language: Language) -> str:
    return text("{n} Abgaben in {seconds:.1f} s bewertet.", n=graded, seconds=seconds)[language]


def _counts(sheet: Sheet, results: Sequence[SubmissionResult], language: Language) -> str:
    """How many submissions are done, wait, need a look, …"""
    from autograder.render.standing import standings
    from autograder.render.todo import status_counts

    counts = status_counts(standings(sheet, results))
    return " · ".join(f"{n} {status.label[language]}" for status, n in counts.items() if n)


def _print_todo(console: Console, lines: Sequence[object], language: Language) -> None:
    from autograder.render.table import TodoLine

    if not lines:
        console.print(f"  {text('Nichts: alles ist bewertet.')[language]}")
    for line in lines:
        assert isinstance(line, TodoLine)
        examples = ", ".join(line.examples)
        todo = RichText(f"{line.count:6d}  {line.reason[language]}: {examples}")
        console.print(todo, soft_wrap=not console.is_terminal)
    console.print()


def _print_table(console: Console, data: object) -> None:
    """All columns where they fit; in a narrow terminal the parts are left to the pages."""
    from autograder.render.table import Table as Data

    assert isinstance(data, Data)
    widths = [max(map(len, column)) for column in zip(data.columns, *data.rows, strict=True)]
    fits = not console.is_terminal or sum(widths) + len(widths) <= console.width
    last = len(data.columns) - 1
    chosen = [n for n in range(last + 1) if fits or n in (0, last - 1, last)]
    shown = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for number in chosen:
        inner = 0 < number < last
        shown.add_column(
            RichText(data.columns[number]), justify="right" if inner else "left", no_wrap=True
        )
    for row in data.rows:
        shown.add_row(*(RichText(row[number]) for number in chosen))
    if not console.is_terminal:  # a file has no right edge
        console = Console(highlight=False, width=sum(widths) + 2 * len(widths))
    console.print(shown)
    console.print()


def _doctor(arguments: argparse.Namespace) -> int:
    from autograder.sandbox.probe import best_level, probe

    language = _language(arguments)
    console = Console(highlight=False)
    capabilities = probe()
    for finding in capabilities.findings:
        mark = RichText("✓ " if finding.ok else "✗ ", style="green" if finding.ok else "red")
        console.print(mark + RichText(finding.what[language]))
        if finding.remedy is not None and not finding.ok:
            console.print(RichText(f"  → {finding.remedy[language]}"))
    return DONE if best_level(capabilities) else CHECK_FAILED


def _build(arguments: argparse.Namespace) -> int:
    from autograder.build.publish import build_notebooks, stale

    course = course_of(arguments.course, arguments.sheet)
    sheet = course.load(arguments.sheet)
    console = Console(highlight=False)
    if arguments.check:
        outdated = stale(course, sheet)
        for path in outdated:
            console.print(f"{path}: {text('nicht aktuell')[_language(arguments)]}")
        return CHECK_FAILED if outdated else DONE
    for path, content in build_notebooks(course, sheet).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        console.print(str(path))
    return DONE


def _bundle(arguments: argparse.Namespace) -> int:
    from autograder.otter_bridge.bundle import gradescope_bundle

    course = course_of(arguments.course, arguments.sheet)
    sheet = course.load(arguments.sheet)
    target = arguments.out or Path(f"{sheet.id}-autograder.zip")
    target.write_bytes(gradescope_bundle(course, sheet, _language(arguments)))
    Console(highlight=False).print(str(target.resolve()), soft_wrap=True)
    return DONE


def _selftest(arguments: argparse.Namespace) -> int:
    from autograder.selftest.run import selftest

    language = _language(arguments)
    course = course_of(arguments.course, arguments.sheet)
    sheet = course.load(arguments.sheet)
    out = arguments.out or Path(f"{sheet.id}-selftest")
    console = Console(highlight=False)
    with _progress_bar(console, text("Prüfungen messen")[language]) as progress:
        report = selftest(
            course,
            sheet,
            jobs=arguments.jobs,
            seeds=arguments.seeds or (200 if arguments.full else 3),
            full=arguments.full,
            out=out,
            progress=progress,
        )
    shown = Table(box=None, pad_edge=False)
    headings = (
        text("Teil"),
        text("Richtige angenommen"),
        text("Falsche erkannt"),
        text("Punkte genau"),
        text("Fehler benannt"),
        text("Mutanten bemerkt"),
        text("Richtige zu Unrecht abgewiesen, Schranke"),
    )
    for heading in headings:
        shown.add_column(heading[language], justify="right")
    for row in report.parts:
        cells = (row.part, row.right, row.caught, row.exact, row.named, row.mutants)
        shown.add_row(*map(str, cells), f"{row.false_failure:.0e}" if row.false_failure else "0")
    console.print(shown)
    for miss in report.misses:
        console.print(RichText(f"✗ {miss}", style="red"), soft_wrap=True)
    console.print(
        f"{text('Bericht')[language]}: {(out / 'selftest.html').resolve()}", soft_wrap=True
    )
    return DONE if report.ok else CHECK_FAILED


if __name__ == "__main__":
    sys.exit(main())
