"""Feedback zips that consist of one folder per person: ILIAS and OpenOlat."""

from collections.abc import Callable, Sequence

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


def ilias(order: ExportOrder, _table: bytes, _name: str) -> Exported:
    """Multi-feedback: root ``multi_feedback…``, folders that end in the user id, as downloaded."""
    root = f"multi_feedback_{order.sheet.id}"
    found, strangers = _known(grades(order, None), ILIAS_FOLDER)
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
    found, strangers = _known(grades(order, None), OPENOLAT)
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


def _known(found: Sequence[Grade], key: str) -> tuple[list[Grade], list[Grade]]:
    """Those with an identifier of this LMS that is safe as a folder's name, and the others."""
    usable = [one for one in found if _safe(one.marks.person.keys.get(key, ""))]
    others = [one for one in found if one not in usable and one.marks.submission is not None]
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
