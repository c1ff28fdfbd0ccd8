"""Shows how a formula is read, for trying out notations: no sheet, no answer, no judgement."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.formulas.unreadable import Unreadable
from autograder.i18n import Language, text
from autograder.selfcheck.formulas import read_value, shown
from autograder.selfcheck.table import read_table


def reading_lines(
    answer: Any, task: str, table: Mapping[str, Any], language: Language
) -> list[str]:
    """„Gelesen als …“ for an answer to this part, or why it cannot be read."""
    vocabulary = next(
        (
            one["vocabulary"]
            for part in table["parts"]
            if part["task"] == task
            for one in part["answers"]
            if "vocabulary" in one
        ),
        None,
    )
    if vocabulary is None:
        return [text("In „{task}“ ist keine Formel gefragt.", task=task)[language]]
    try:
        return [line[language] for line in shown(read_value(answer, vocabulary))]
    except Unreadable as error:
        return [error.message[language]]


def show(answer: Any, task: str, folder: Path, language: Language) -> None:
    """Print how ``answer`` is read as an answer to ``task``."""
    print("\n".join(reading_lines(answer, task, read_table(folder), language)))
