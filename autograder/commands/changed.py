"""Old → new of every mark that a run changed, for a tutor to read before anything leaves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text as RichText

from autograder.i18n import Language, text
from autograder.render import safe
from autograder.render.words import points

if TYPE_CHECKING:
    from autograder.records.model import PartResult
    from autograder.run.changes import Change


def print_changes(console: Console, changes: "Sequence[Change]", language: Language) -> None:
    """One line per part; nothing where nothing changed."""
    if not changes:
        return
    heading = text("Geändert gegenüber dem vorigen Stand: {n}", n=len(changes))
    console.print(RichText(heading[language], style="bold"))
    for one in changes:
        line = f"  {safe.line(one.submission)} {one.task}: "
        line += f"{_result(one.old, language)} → {_result(one.new, language)}"
        if one.mark is not None:
            kept = text("von Hand: {points}, bleibt", points=points(one.mark.points, language))
            line += f"  ({kept[language]})"
        console.print(RichText(line), soft_wrap=True)
    console.print()


def _result(part: "PartResult", language: Language) -> str:
    return f"{points(part.points, language)} ({part.outcome.label[language]})"
