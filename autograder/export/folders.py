"""Feedback zips that consist of one folder per person: ILIAS, OpenOlat, and without an LMS."""

import re
from collections.abc import Callable, Sequence

from autograder.errors import UsageFault
from autograder.export.order import (
    Exported,
    ExportOrder,
    Grade,
    feedback_name,
    grades,
    left_open,
    number,
    said,
    unknown,
)
from autograder.export.zips import zip_of
from autograder.i18n import text

ILIAS_FOLDER = "ilias-folder"
OPENOLAT = "openolat"
_NO_NAME = re.compile(r"[^\w.@+-]")


def ilias(order: ExportOrder, _table: bytes, _name: str) -> Exported:
    """Multi-feedback: root ``multi_feedback…``, folders that end in the user id, as downloaded."""
    root = f"multi_feedback_{order.sheet.id}"
    found, strangers = _known(grades(order, None), ILIAS_FOLDER, "ILIAS")
    files = _pages(found, order, lambda one: f"{root}/{one.marks.person.keys[ILIAS_FOLDER]}")
    todo = text(
        "ZIP hochladen: Übung → Abgaben und Noten → Mehrfach-Rückmeldung. Noten nimmt ILIAS so "
        "nicht an: Tragen Sie sie aus der Tabelle (csv, xlsx) ein."
    )
    return Exported(
        {f"{root}.zip": zip_of(files)},
        (todo, *left_open(found), *unknown(strangers)),
        said(found, order),
    )


def openolat(order: ExportOrder, _table: bytes, _name: str) -> Exported:
    """A zip with one folder per login, and the lines to paste into the bulk assessment."""
    found, strangers = _known(grades(order, None), OPENOLAT, "OpenOlat")
    files = _pages(found, order, lambda one: one.marks.person.keys[OPENOLAT])
    lines = [
        f"{one.marks.person.keys[OPENOLAT]}\t{number(one.points)}"
        for one in found
        if one.points is not None
    ]
    todo = text(
        "Massenbewertung in OpenOlat: den Text einfügen (Trennzeichen Tabulator; Spalten "
        "Benutzername, Punkte) und das ZIP als Rückgabedateien wählen."
    )
    return Exported(
        {
            f"openolat-{order.sheet.id}.txt": ("\n".join(lines) + "\n").encode(),
            f"openolat-{order.sheet.id}-feedback.zip": zip_of(files),
        },
        (todo, *left_open(found), *unknown(strangers)),
        said(found, order),
    )


def pages(order: ExportOrder, _table: bytes, _name: str) -> Exported:
    """Only the feedback, one folder per person, to hand out by whatever way."""
    found = grades(order, None)
    taken: dict[str, str] = {}

    def folder(one: Grade) -> str:
        name = _NO_NAME.sub("_", one.marks.person.id)[:100].strip(". ") or "_"
        while taken.setdefault(name, one.marks.person.id) != one.marks.person.id:
            name += "_"
        return name

    files = _pages(found, order, folder)
    if found and not files:
        raise UsageFault(
            "There is no feedback to hand out: marks are released first (autograder release OUT), "
            "and the last extension has to be over."
        )
    todo = text("Rückmeldungen: {n}, je Person ein Ordner.", n=len(files))
    file = f"feedback-{order.sheet.id}.zip"
    return Exported({file: zip_of(files)}, (todo,), said(found, order))


def _known(found: Sequence[Grade], key: str, system: str) -> tuple[list[Grade], list[Grade]]:
    """Those with an identifier of this LMS that is safe as a folder's name, and the others.

    Raises :class:`UsageFault` where nobody has one.
    """
    usable = [one for one in found if _safe(one.marks.person.keys.get(key, ""))]
    others = [one for one in found if one not in usable and one.marks.submission is not None]
    if others and not usable:
        raise UsageFault(
            f"None of these submissions came out of {system}; only its own archive says who is "
            f"who there. Grade that archive, or use --to feedback and --to xlsx."
        )
    return usable, others


def _safe(folder: str) -> bool:
    return bool(folder.strip(". ")) and not set(folder) & set("/\\\t\n\r\0")


def _pages(
    found: Sequence[Grade], order: ExportOrder, folder: Callable[[Grade], str]
) -> dict[str, bytes]:
    return {
        f"{folder(one)}/{feedback_name(order.sheet, one.page)}": one.page
        for one in found
        if one.page is not None
    }
