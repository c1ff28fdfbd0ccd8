"""A Moodle assignment → the zip that its page would have given, and the people.

What reads archives then reads this one too. Its numbers are those of accounts and groups; only
under blind marking they are the participants', since Moodle's web service tells no others.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from zoneinfo import ZoneInfo

from autograder.lms.assignment import DRAFT, Assignment, Details, HandedIn, Participant
from autograder.lms.matching import GROUP, NAME, NUMBER, SYSTEM, USER
from autograder.lms.names import moodle_file_name
from autograder.lms.roster import Roster, Row
from autograder.records.people import HandIn, Person

_ANONYMOUS = "Teilnehmerin"
_AREAS = ("submission_files", "submissions_onlinetext")
_ZIP_BEGINS = 315_619_200
"""Unix time of 1980-01-02: zips know no earlier date."""
_IN_NO_GROUP = "Standard-Gruppe"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A download."""

    roster: Roster
    left_out: tuple[str, ...] = ()
    """Files over the limit."""


def fetch(assignment: Assignment, target: BinaryIO, timezone: str, upload_mib: int) -> Fetched:
    """Everything handed in as a zip into ``target``, at most ``upload_mib`` of each submission.

    Times become local ones of ``timezone``. Raises ``MoodleFault``.
    """
    zone = ZoneInfo(timezone)
    details = assignment.details
    people = assignment.participants()
    owners = {_key(one, details): _owner(one, details) for one in people}
    work = {
        key: one
        for one in assignment.submissions()
        if (key := _handed_in_by(one, details)) in owners
    }
    left_out: list[str] = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for key, one in work.items():
            at = _time(one, zone).timetuple()[:6]
            for path, content in _contents(one, assignment, upload_mib << 20, left_out):
                name = f"{owners[key]}_assignsubmission_{path}"
                archive.writestr(zipfile.ZipInfo(name, at), content)
    rows = tuple(_row(one, details, work.get(_key(one, details)), zone) for one in people)
    return Fetched(Roster(SYSTEM, rows), tuple(left_out))


def _handed_in_by(one: HandedIn, details: Details) -> int | None:
    """Account or group; None for a member's copy of a team's work."""
    if bool(details.teamsubmission) != (one.userid == 0):
        return None
    return one.groupid if details.teamsubmission else one.userid


def _time(one: HandedIn, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(max(one.timemodified, _ZIP_BEGINS), zone)


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


def _key(one: Participant, details: Details) -> int:
    """Account or group, as a submission names its owner."""
    return one.groupid if details.teamsubmission else one.id


def _owner(one: Participant, details: Details) -> str:
    """The beginning of the folder's name."""
    if details.teamsubmission:
        return f"{moodle_file_name(one.groupname) or _IN_NO_GROUP}_{one.groupid}"
    if details.blind:
        return f"{_ANONYMOUS}_{one.recordid}"
    return f"{moodle_file_name(one.fullname)}_{one.id}"


def _row(one: Participant, details: Details, work: HandedIn | None, zone: ZoneInfo) -> Row:
    team = str(one.groupid) if details.teamsubmission else ""
    number = str(one.recordid if details.blind else one.id)
    keys = {SYSTEM: number} if details.blind else {USER: number}
    name, email = f"Teilnehmer/in {number}", ""
    if not details.blind:
        name, email = one.fullname, one.email
        keys |= {NAME: moodle_file_name(name), NUMBER: one.idnumber}
    keys |= {GROUP: team if one.groupid else ""}
    person = Person(
        id=f"{keys.get(NAME, 'teilnehmer')[:50]}-{number}",
        name=name,
        email=email,
        group=(one.groupname or _IN_NO_GROUP) if team else "",
        keys={key: value for key, value in keys.items() if value},
    )
    if work is None:
        return Row(person, team or number, team=team)
    handed_in = HandIn(_time(work, zone), "metadata")
    return Row(person, team or number, handed_in, work.status == DRAFT, team)
