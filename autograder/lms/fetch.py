"""A Moodle assignment → the zip and the worksheet that its page would have given.

What reads archives then reads these too; nothing else has to know where they came from.
"""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from zoneinfo import ZoneInfo

from autograder.lms.assignment import Assignment, HandedIn, Participant
from autograder.lms.names import moodle_file_name
from autograder.lms.worksheet import Field, Worksheet, WorksheetRow

_ANONYMOUS = "Teilnehmerin"
_AREAS = ("submission_files", "submissions_onlinetext")
_ZIP_BEGINS = 315_619_200
"""Unix time of 1980-01-02: zips know no earlier date."""
_IN_NO_GROUP = "Standard-Gruppe"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A download."""

    worksheet: Worksheet
    left_out: tuple[str, ...] = ()
    """Files over the limit."""


def fetch(assignment: Assignment, target: BinaryIO, timezone: str, upload_mib: int) -> Fetched:
    """Everything handed in as a zip into ``target``, at most ``upload_mib`` of each submission.

    Times become local ones of ``timezone``. Raises ``MoodleFault``.
    """
    zone = ZoneInfo(timezone)
    people = assignment.participants()
    handed_in = [one for one in assignment.submissions() if _counts(assignment, one)]
    names = _names(assignment, people)
    left_out: list[str] = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in handed_in:
            owner = names.get((one.userid, one.groupid if one.userid == 0 else 0))
            if owner is None:
                continue
            at = datetime.fromtimestamp(max(one.timemodified, _ZIP_BEGINS), zone).timetuple()[:6]
            for path, content in _contents(one, assignment, upload_mib << 20, left_out):
                archive.writestr(zipfile.ZipInfo(f"{owner}_assignsubmission_{path}", at), content)
    return Fetched(_worksheet(assignment, people, handed_in, zone), tuple(left_out))


def _counts(assignment: Assignment, one: HandedIn) -> bool:
    """Of a team's rows only the team's own: its members' are copies."""
    return (one.userid == 0) == bool(assignment.details.teamsubmission)


def _contents(
    one: HandedIn, assignment: Assignment, left_bytes: int, left_out: list[str]
) -> Iterator[tuple[str, bytes]]:
    """Path (from the plugin's name on) and content of everything in one submission."""
    for plugin in one.plugins:
        for area in plugin.fileareas:
            for file in area.files if area.area in _AREAS else ():
                if file.filesize > left_bytes:
                    left_out.append(file.filename)
                    continue
                content = assignment.service.download(file.fileurl, left_bytes)
                left_bytes -= len(content)
                yield f"{plugin.type}{file.filepath}{file.filename}", content
        for field in plugin.editorfields if plugin.type == "onlinetext" else ():
            if field.text:
                yield "onlinetext/onlinetext.html", field.text.encode("utf-8", "replace")


def _names(
    assignment: Assignment, people: tuple[Participant, ...]
) -> Mapping[tuple[int, int], str]:
    """(user, group) → the beginning of the folder's name."""
    if assignment.details.teamsubmission:
        groups = {
            (0, one.groupid): f"{moodle_file_name(one.groupname)}_{one.groupid}"
            for one in people
            if one.groupid
        }
        return {(0, 0): _IN_NO_GROUP} | groups
    blind = bool(assignment.details.blindmarking)
    return {
        (one.id, 0): f"{_ANONYMOUS if blind else moodle_file_name(one.fullname)}_{one.recordid}"
        for one in people
    }


def _worksheet(
    assignment: Assignment,
    people: tuple[Participant, ...],
    handed_in: list[HandedIn],
    zone: ZoneInfo,
) -> Worksheet:
    details = assignment.details
    times = {(one.userid, one.groupid): one.timemodified for one in handed_in}
    teams, blind = bool(details.teamsubmission), bool(details.blindmarking)
    rows = []
    for one in people:
        at = times.get((0, one.groupid) if teams else (one.id, 0))
        submitted = datetime.fromtimestamp(at, zone).replace(tzinfo=None) if at else None
        rows.append(
            WorksheetRow(
                participant=str(one.recordid),
                identifier=f"Participant {one.recordid}",
                name="" if blind else one.fullname,
                email="" if blind else one.email,
                number="" if blind else one.idnumber,
                group=(one.groupname or _IN_NO_GROUP) if teams else "",
                grade="",
                graded="-",
                submitted=submitted.replace(second=0) if submitted else None,
                handed_in=at is not None,
                changeable=True,
            )
        )
    fields = set(Field) - (set() if teams else {Field.GROUP})
    maximum = details.grade if details.grade > 0 else None
    return Worksheet(details.name, "en", tuple(rows), maximum, frozenset(fields))
