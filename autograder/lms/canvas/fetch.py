"""A Canvas assignment → the zip that its page would have given, and the people.

What reads archives then reads this one too; only times, addresses and groups come beside it.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import BinaryIO

from autograder.lms.canvas.assignment import Assignment, HandedIn, Student
from autograder.lms.matching import NUMBER
from autograder.lms.roster import Roster, Row
from autograder.records.people import HandIn, Person

SYSTEM = "canvas"
"""Key for Canvas's own user id."""
GROUP = "canvas-group"
_NOT_IN_FILE_NAMES = re.compile(r'[\x00/\\:*?"<>|]')
_NUMBER_BETWEEN = re.compile(r"_(?=\d+_)")


@dataclass(frozen=True, slots=True)
class Fetched:
    """A download."""

    roster: Roster
    left_out: tuple[str, ...] = ()
    """Files over the limit."""


def fetch(assignment: Assignment, target: BinaryIO, upload_mib: int) -> Fetched:
    """Everything handed in as a zip into ``target``, at most ``upload_mib`` of each submission.

    A group's submission, which each member has, is fetched once. Raises ``CanvasFault``.
    """
    students = assignment.students()
    listed = [one for one in assignment.submissions() if one.user_id in students]
    left_out: list[str] = []
    fetched: set[int] = set()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in listed:
            if one.submitted_at is None or one.group.id in fetched:
                continue
            if one.group.id is not None:
                fetched.add(one.group.id)
            late = "_LATE" if one.late else ""
            owner = f"{archive_name(students[one.user_id])}{late}_{one.user_id}_"
            for name, content in _contents(one, assignment, upload_mib << 20, left_out):
                archive.writestr(owner + name, content)
    return Fetched(Roster(SYSTEM, _rows(students, listed)), tuple(left_out))


def archive_name(student: Student) -> str:
    """``Müller, Jörg`` → ``müllerjörg``, as in Canvas's zips."""
    plain = re.sub(r"\W", "", (student.sortable_name or student.name).lower())
    return _NUMBER_BETWEEN.sub("", plain) or "student"


def _contents(
    one: HandedIn, assignment: Assignment, left_bytes: int, left_out: list[str]
) -> Iterator[tuple[str, bytes]]:
    for file in one.attachments:
        if file.size > left_bytes:
            left_out.append(file.display_name)
            continue
        content = assignment.rest.download(file.url, left_bytes)
        left_bytes -= len(content)
        yield f"{file.id}_{_NOT_IN_FILE_NAMES.sub('_', file.display_name)}", content
    if one.submission_type == "online_text_entry" and one.body:
        yield "text.html", one.body.encode("utf-8", "replace")
    if one.submission_type == "online_url" and one.url:
        yield "link.html", f"<p>{escape(one.url)}</p>".encode("utf-8", "replace")


def _rows(students: Mapping[int, Student], listed: Sequence[HandedIn]) -> tuple[Row, ...]:
    submissions = {one.user_id: one for one in listed}
    return tuple(_row(one, submissions.get(one.id)) for one in students.values())


def _row(student: Student, one: HandedIn | None) -> Row:
    group = one.group if one is not None else None
    team = str(group.id) if group is not None and group.id is not None else ""
    keys = {SYSTEM: str(student.id), NUMBER: student.sis_user_id or "", GROUP: team}
    person = Person(
        id=f"{archive_name(student)[:50]}-{student.id}",
        name=student.name or student.sortable_name,
        email=student.email or (student.login_id or "" if "@" in (student.login_id or "") else ""),
        group=(group.name or "") if group is not None else "",
        keys={key: value for key, value in keys.items() if value},
    )
    at = one.submitted_at if one is not None else None
    handed_in = HandIn(at, "metadata") if at else HandIn()
    return Row(person, str(student.id), handed_in, team=team)
