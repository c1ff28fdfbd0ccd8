"""The same notebook, fresh seeds: the mark must not depend on the hidden inputs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.course.sheet import Sheet
from autograder.records.model import PartResult
from autograder.selftest.bank import Bank, BankFile

NOTEBOOKS = 10
"""Notebooks of right variants that are graded beside the reference."""


@dataclass(frozen=True, slots=True)
class StabilityRow:
    """One notebook under ``seeds`` seeds; ``deviations``: part and marks that were not full."""

    name: str
    files: tuple[str, ...]
    seeds: int
    deviations: tuple[str, ...]

    @property
    def stable(self) -> bool:
        return not self.deviations


def mixtures(bank: Bank, sheet: Sheet, count: int = NOTEBOOKS) -> list[tuple[BankFile, ...]]:
    """Notebooks of which each takes another right variant of every part.

    Of two parts of which one builds on the other, only one at a time is taken from the bank,
    with what it needs beside it.
    """
    return [_mixture(bank, sheet, number, count) for number in range(count)]


def _mixture(bank: Bank, sheet: Sheet, number: int, count: int) -> tuple[BankFile, ...]:
    chosen: list[BankFile] = []
    for part in _free_parts(bank, sheet, number):
        variants = _whole_right(bank, part)
        # spread over the whole list: neighbours are often alike
        chosen += bank.with_beside(variants[number * len(variants) // count])
    return tuple(chosen)


def _whole_right(bank: Bank, part: str) -> list[BankFile]:
    """Right variants that need nothing wrong beside them."""
    return [
        file
        for file in bank.of("variants", part)
        if all(other.kind == "variants" for other in bank.with_beside(file))
    ]


def _free_parts(bank: Bank, sheet: Sheet, number: int) -> list[str]:
    """Parts with variants; of related ones only the ``number``-th."""
    groups: list[list[str]] = []
    for task in sheet.tasks:
        if _whole_right(bank, task.id):
            related = [group for group in groups if set(group) & set(task.builds_on)]
            for group in related:
                groups.remove(group)
            groups.append([*(part for group in related for part in group), task.id])
    return [group[number % len(group)] for group in groups]


def stability_row(
    name: str,
    files: Sequence[BankFile],
    sheet: Sheet,
    gradings: Sequence[Mapping[str, PartResult]],
) -> StabilityRow:
    """What deviated from full marks, and how often."""
    bad = Counter(
        f"{part.task}: {part.outcome.value}, {'–' if part.points is None else part.points:} P"
        for parts in gradings
        for part in parts.values()
        if part.points != sheet.by_id[part.task].points or not part.outcome.earns
    )
    deviations = tuple(f"{times}× {what}" for what, times in bad.most_common())
    return StabilityRow(name, tuple(file.name for file in files), len(gradings), deviations)
