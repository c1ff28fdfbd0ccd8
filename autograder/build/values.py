"""Fill ``{{ … }}`` in the cells, so that no number of ``sheet.toml`` is written twice."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from autograder.build.master import MasterCell
from autograder.course.sheet import Sheet
from autograder.errors import UsageFault
from autograder.i18n import Language

_VALUE = re.compile(r"\{\{ ([\w.]+) \}\}")


def filled(
    cells: Iterable[MasterCell],
    sheet: Sheet,
    language: Language,
    cells_of_ours: Mapping[str, str] | None = None,
) -> list[MasterCell]:
    """Replace every ``{{ name }}``; raises :class:`UsageFault` for a name that is not known.

    ``cells_of_ours`` are whole cells that the build writes, by the name that stands for them.
    """
    ours = cells_of_ours or {}
    in_text, in_code = sheet_values(sheet, language), {**sheet_values(sheet, "en"), **ours}
    return [
        replace(cell, source=_filled(cell, in_code if cell.kind == "code" else in_text))
        for cell in cells
    ]


def sheet_values(sheet: Sheet, language: Language) -> Mapping[str, str]:
    """Name → number as it is written in that language.

    ``sheet``, ``version``, ``points``, the points of an exercise (``1``), of a part (``1a``) or of
    a check (``3c.bounds``), the limits ``cell_seconds`` and ``call_seconds``, and the sheet's own
    values (``values.width``). In code every number is written as Python reads it.
    """
    numbers = {
        "points": sheet.points,
        "cell_seconds": sheet.limits.cell_seconds,
        "call_seconds": sheet.limits.call_seconds,
    }
    numbers |= {exercise.id: exercise.points for exercise in sheet.exercises}
    for task in sheet.tasks:
        numbers[task.id] = task.points
        numbers |= {f"{task.id}.{name}": points for name, points in task.checks.items()}
    numbers |= {f"values.{name}": number for name, number in sheet.values.items()}
    shown = {name: f"{number:g}" for name, number in numbers.items()}
    if language == "de":
        shown = {name: number.replace(".", ",") for name, number in shown.items()}
    return {"sheet": sheet.id, "version": sheet.version, **shown}


def _filled(cell: MasterCell, values: Mapping[str, str]) -> str:
    for name in _VALUE.findall(cell.source):
        if name not in values:
            raise UsageFault(
                f"Cell {cell.key!r} asks for {{{{ {name} }}}}, which sheet.toml does not give. "
                f"Known are: {', '.join(values)}. (self_check and hand_in: where the sheet has a "
                "public.toml.)"
            )
    return _VALUE.sub(lambda match: values[match.group(1)], cell.source)
