"""What a terminal shows of a cohort: what is left to do, and the table of marks."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from autograder.course.sheet import Sheet
from autograder.i18n import Language, text
from autograder.records.model import SubmissionResult


def print_todo(
    console: Console, sheet: Sheet, results: Sequence[SubmissionResult], language: Language
) -> None:
    """How many submissions are done, wait, need a look, and why."""
    from autograder.render.table import todo

    console.print(RichText(text("Zu tun")[language], style="bold"))
    console.print(RichText(f"  {_counts(results, language)}"), soft_wrap=True)
    _print_todo(console, todo(sheet, results), language)


def _counts(results: Sequence[SubmissionResult], language: Language) -> str:
    """How many submissions are done, wait, need a look, …"""
    from autograder.render.todo import status_counts

    counts = status_counts(results)
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


def print_table(console: Console, data: object) -> None:
    """All columns where they fit; in a narrow terminal the parts are left to the pages."""
    from autograder.render.table import Table as Data

    assert isinstance(data, Data)
    if not data.rows:
        return
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
