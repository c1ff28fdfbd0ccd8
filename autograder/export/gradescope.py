"""Gradescope: one ``results.json`` per submission, as its autograder would have written it."""

from typing import Any

import msgspec

from autograder.export.order import (
    Exported,
    ExportOrder,
    Grade,
    grades,
    left_open,
    number,
    said,
    unknown,
)
from autograder.export.zips import zip_of
from autograder.i18n import text
from autograder.records.people import PersonMarks

SYSTEM = "gradescope"


def gradescope(order: ExportOrder, _table: bytes, _name: str) -> Exported:
    """``submission_<id>/results.json`` for every submission that came from Gradescope."""
    found = grades(order, None)
    own = [one for one in found if one.marks.person.keys.get(SYSTEM, "").isdecimal()]
    others = [one for one in found if one not in own and one.marks.submission is not None]
    files = {
        f"submission_{one.marks.person.keys[SYSTEM]}/results.json": _results(one, order)
        for one in own
        if one.points is not None
    }
    todo = text(
        "Gradescope nimmt Ergebnisse nur von seinem Autograder an: Legen Sie je Abgabe die "
        "results.json dorthin (siehe docs/lms.md), oder nutzen Sie dort gleich autograder.zip."
    )
    return Exported(
        {f"gradescope-{order.sheet.id}.zip": zip_of(files)},
        (todo, *left_open(own), *unknown(others)),
        said(own, order),
    )


def _results(one: Grade, order: ExportOrder) -> bytes:
    content: dict[str, Any] = {
        "score": float(number(one.points or 0.0)),
        "tests": [
            {
                "name": f"{task.id}: {task.title.de}",
                "score": one.marks.parts.get(task.id) or 0.0,
                "max_score": task.points,
                "output": "" if one.marks.parts.get(task.id) is not None else "noch offen",
            }
            for task in order.sheet.tasks
        ],
        "output": _adjustments(one.marks),
        "output_format": "text",
        "visibility": "after_published",
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _adjustments(marks: PersonMarks) -> str:
    lines = [f"{one.reason.de}: {number(one.points)}" for one in marks.adjustments]
    return "\n".join([*lines, marks.comment]).strip()
