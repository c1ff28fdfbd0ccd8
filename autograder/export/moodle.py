"""Moodle: the filled grading worksheet and the zip of feedback files.

Written so that every version and language reads it alike: the header as downloaded, numbers
with a dot, dates in a form that Moodle's own importer understands (it does not understand its
German ones and then skips the row without a word). Comments are written only where all rows
have one, because an empty cell deletes the comment that is there.
"""

import csv
import html
import io
from collections.abc import Iterator, Sequence

from autograder.errors import UsageFault
from autograder.export.marks import defused
from autograder.export.order import (
    Exported,
    ExportOrder,
    Grade,
    feedback_name,
    grades,
    left_open,
    number,
    owned,
    said,
    too_much,
)
from autograder.export.zips import zip_of
from autograder.i18n import Text, text
from autograder.lms.dates import moodle_date
from autograder.lms.matching import GROUP, row_of
from autograder.lms.names import moodle_file_name
from autograder.lms.worksheet import Field, Worksheet, WorksheetRow, read_worksheet

_NO_DATE = "-"
_Pairs = Sequence[tuple[WorksheetRow, Grade]]


def moodle(order: ExportOrder, table: bytes, name: str) -> Exported:
    """The worksheet ``table`` filled in, and the feedback of those who stand in it.

    Raises :class:`UsageFault` where it is none, or of another assignment, or has a scale or
    another maximum than the sheet.
    """
    worksheet = read_worksheet(table, name)
    if worksheet.maximum is None:
        raise UsageFault(
            f"{name} belongs to an assignment that is graded by a scale. Set its grade to points "
            f"({number(order.sheet.points)}) in Moodle and download the worksheet again."
        )
    found = grades(order, worksheet.maximum)
    of_rows = owned(found, lambda person: row_of(person, worksheet))
    pairs = of_rows.pairs
    if found and not (pairs or of_rows.several):
        raise UsageFault(
            f"{name} knows nobody who was graded: it is of another assignment or group. Download "
            "the worksheet of this assignment."
        )
    maximum = worksheet.maximum
    above = [one for _, one in pairs if one.points is not None and one.points > maximum + 1e-9]
    locked = [row for row, one in pairs if one.points is not None and not row.changeable]
    writable = [(row, one) for row, one in pairs if row.changeable and one not in above]
    files = {f"moodle-{order.sheet.id}.csv": _csv(worksheet, writable, order)}
    feedback, lines = _feedback(pairs, order)
    if feedback:
        files[f"moodle-{order.sheet.id}-feedback.zip"] = zip_of(feedback)
    return Exported(
        files,
        (
            *_what_to_do(worksheet, bool(feedback)),
            *left_open([one for _, one in pairs]),
            *too_much(above),
            *_locked(locked),
            *of_rows.lines,
            *lines,
        ),
        said([one for _, one in writable], order),
    )


def _csv(worksheet: Worksheet, pairs: _Pairs, order: ExportOrder) -> bytes:
    by_row = {row.participant: one for row, one in pairs if one.points is not None}
    comments = {row.participant: one.marks.comment.strip() for row, one in pairs}
    missing = _missing(worksheet, pairs, order)
    with_comments = bool(by_row) and not missing and all(comments[row] for row in by_row)
    fields: list[Field] = [
        field
        for field in (Field.IDENTIFIER, Field.NAME, Field.GRADE, Field.MAXIMUM, Field.GRADED)
        if field in worksheet.fields
    ]
    fields += [Field.COMMENT] if with_comments else []
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([field.header(worksheet.language) for field in fields])
    for row in worksheet.rows:
        one = by_row.get(row.participant)
        points = one.points if one is not None else missing.get(row.participant)
        if points is None and (order.before or with_comments):
            continue  # an empty comment would delete the one that is there
        cells = {
            Field.IDENTIFIER: row.identifier,
            Field.NAME: defused(row.name),
            Field.GRADE: number(points) if points is not None else "",
            Field.MAXIMUM: number(worksheet.maximum or 0),
            Field.GRADED: _date(row.graded),
            Field.COMMENT: comment_html(comments.get(row.participant, "")),
        }
        writer.writerow([cells[field] for field in fields])
    return out.getvalue().encode("utf-8-sig")


def _missing(worksheet: Worksheet, pairs: _Pairs, order: ExportOrder) -> dict[str, float]:
    """Participants whom nobody graded, who handed in nothing and have no grade yet."""
    if order.missing is None or order.before:
        return {}
    graded = {row.participant for row, _ in pairs}
    return {
        row.participant: order.missing
        for row in worksheet.rows
        if row.participant not in graded and not (row.handed_in or row.grade) and row.changeable
    }


def _date(cell: str) -> str:
    at = moodle_date(cell)
    return cell or _NO_DATE if at is None else f"{at:%Y-%m-%d %H:%M}"


def comment_html(plain: str) -> str:
    """Moodle shows a comment as HTML: line ends would vanish, tags would act."""
    escaped = "<br>".join(html.escape(line, quote=False) for line in plain.strip().splitlines())
    return f"&#{ord(escaped[0])};{escaped[1:]}" if escaped.startswith(tuple("=+-@")) else escaped


def _feedback(pairs: _Pairs, order: ExportOrder) -> tuple[dict[str, bytes], list[Text]]:
    """Folder names as Moodle accepts them: only the number counts, and the name has no ``_``."""
    files: dict[str, bytes] = {}
    differing: list[str] = []
    nowhere: list[str] = []
    groups: set[str] = set()
    for row, one in pairs:
        if one.page is None:
            continue
        group = one.marks.person.keys.get(GROUP)
        if row.in_no_group:
            nowhere.append(row.name)
            continue
        if row.group and group is None:
            nowhere.append(row.name)
            continue
        owner = moodle_file_name(row.group if group else row.name)
        folder = f"{owner}_{group or row.participant}_assignsubmission_file"
        path = f"{folder}/{feedback_name(order.sheet, one.page)}"
        if group:
            groups.add(path)
        if files.setdefault(path, one.page) != one.page:
            differing.append(moodle_file_name(row.group))
    for path in [path for path in files if path.partition("_")[0] in differing and path in groups]:
        del files[path]
    return files, list(_about_groups(sorted(set(differing)), nowhere, bool(groups)))


def _about_groups(differing: Sequence[str], nowhere: Sequence[str], teams: bool) -> Iterator[Text]:
    if teams:
        yield text(
            "Gruppenabgabe: Laden Sie die Rückmeldungen nur in Moodle ab 4.2 hoch; ältere "
            "Versionen geben sie möglicherweise den falschen Personen."
        )
    if differing:
        yield text(
            "Ohne Rückmeldung im ZIP, weil sie sich unter den Mitgliedern unterscheidet und "
            "Moodle nur eine je Gruppe annimmt: {names}.",
            names=", ".join(differing),
        )
    if nowhere:
        yield text(
            "Ohne Rückmeldung im ZIP, weil Moodle für sie keine Gruppennummer kennt: {names}.",
            names=", ".join(nowhere),
        )


def _what_to_do(worksheet: Worksheet, feedback: bool) -> Iterator[Text]:
    language = "Deutsch" if worksheet.language == "de" else "English"
    yield text(
        "CSV hochladen: Aufgabe → Alle Abgaben anzeigen → Bewertungstabelle hochladen (UTF-8, "
        "Komma; Sprache der Oberfläche wie beim Herunterladen: {language}). Leere Zellen ändern "
        "nichts.",
        language=language,
    )
    unread = [row for row in worksheet.rows if _unread(row.graded)]
    if unread:
        yield text(
            "In {n} Zeilen ist das Datum der letzten Bewertung nicht lesbar: Setzen Sie beim "
            "Hochladen den Haken „Update von Datensätzen zulassen …“, sonst übergeht Moodle sie.",
            n=len(unread),
        )
    if feedback:
        yield text(
            "ZIP hochladen: Aufgabe → Alle Abgaben anzeigen → Mehrere Feedback-Dateien als ZIP "
            "hochladen."
        )


def _unread(cell: str) -> bool:
    return cell not in ("", _NO_DATE) and moodle_date(cell) is None


def _locked(rows: Sequence[WorksheetRow]) -> Iterator[Text]:
    if rows:
        yield text(
            "{n} Bewertungen sind in Moodle gesperrt oder überschrieben und bleiben, wie sie sind.",
            n=len(rows),
        )
