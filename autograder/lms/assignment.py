"""One Moodle assignment through the web service: who is in it, what was handed in, grades.

Names of assignments and groups come as HTML, those of people as text.
"""

import html
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from autograder.lms.webservice import MoodleFault, WebService

DRAFT = "draft"
COMMENTS = "assignfeedbackcomments_editor"
_HTML = 1


class Config(msgspec.Struct, frozen=True):
    """One setting of one plugin of the assignment."""

    plugin: str = ""
    subtype: str = ""
    name: str = ""
    value: str = ""


class Details(msgspec.Struct, frozen=True):
    """The assignment as its course lists it."""

    id: int
    """Not the number in the address, which is :attr:`cmid`."""
    cmid: int
    name: str = ""
    grade: float = 0.0
    """Maximum in points; negative for a scale."""
    teamsubmission: int = 0
    blindmarking: int = 0
    revealidentities: int = 0
    markingworkflow: int = 0
    configs: tuple[Config, ...] = ()

    @property
    def blind(self) -> bool:
        """Whether nobody may know whose work it is."""
        return bool(self.blindmarking) and not self.revealidentities

    def enabled(self, subtype: str, plugin: str) -> bool:
        return any(
            (one.subtype, one.plugin, one.name, one.value) == (subtype, plugin, "enabled", "1")
            for one in self.configs
        )


class Participant(msgspec.Struct, frozen=True):
    id: int
    """The user's."""
    fullname: str = ""
    recordid: int = -1
    """The number after „Teilnehmer/in“; Moodle tells it only under blind marking, else -1."""
    email: str = ""
    idnumber: str = ""
    submitted: bool = False
    groupid: int = 0
    groupname: str = ""


class File(msgspec.Struct, frozen=True):
    filename: str
    filepath: str = "/"
    filesize: int = 0
    fileurl: str = ""
    timemodified: int = 0


class FileArea(msgspec.Struct, frozen=True):
    area: str = ""
    files: tuple[File, ...] = ()


class EditorField(msgspec.Struct, frozen=True):
    name: str = ""
    text: str = ""


class Plugin(msgspec.Struct, frozen=True):
    type: str = ""
    fileareas: tuple[FileArea, ...] = ()
    editorfields: tuple[EditorField, ...] = ()


class HandedIn(msgspec.Struct, frozen=True):
    """One attempt of a user, or of a group (``userid`` 0)."""

    userid: int = 0
    groupid: int = 0
    attemptnumber: int = 0
    status: str = ""
    """``submitted``; ``draft``; ``new`` or ``reopened``: nothing yet."""
    timemodified: int = 0
    """Unix time in seconds."""
    plugins: tuple[Plugin, ...] = ()


class Stored(msgspec.Struct, frozen=True):
    """A grade as Moodle has it; -1: none."""

    userid: int
    grade: str = ""
    attemptnumber: int = 0


class _Course(msgspec.Struct, frozen=True):
    assignments: tuple[Details, ...] = ()


class _Courses(msgspec.Struct, frozen=True):
    courses: tuple[_Course, ...] = ()


class _Submissions(msgspec.Struct, frozen=True):
    submissions: tuple[HandedIn, ...] = ()


class _AllSubmissions(msgspec.Struct, frozen=True):
    assignments: tuple[_Submissions, ...] = ()


class _Grades(msgspec.Struct, frozen=True):
    grades: tuple[Stored, ...] = ()


class _AllGrades(msgspec.Struct, frozen=True):
    assignments: tuple[_Grades, ...] = ()


class _Group(msgspec.Struct, frozen=True):
    id: int


class _Groups(msgspec.Struct, frozen=True):
    groups: tuple[_Group, ...] = ()


class _Feedback(msgspec.Struct, frozen=True):
    plugins: tuple[Plugin, ...] = ()


class _SubmissionStatus(msgspec.Struct, frozen=True):
    feedback: _Feedback | None = None


class Assignment:
    """What the web service says about one assignment; every call may raise ``MoodleFault``."""

    def __init__(self, service: WebService, cmid: int) -> None:
        self.service = service
        courses = service.call("mod_assign_get_assignments", _Courses)
        found = [one for course in courses.courses for one in course.assignments]
        mine = next((one for one in found if one.cmid == cmid), None)
        if mine is None:
            raise MoodleFault(
                f"The assignment {cmid} is not among the {len(found)} that this token may see."
            )
        self.details = replace(mine, name=html.unescape(mine.name))

    def participants(self) -> tuple[Participant, ...]:
        """Everybody who may hand in. Under blind marking Moodle numbers them when first asked."""
        people = self._listed()
        if self.details.blind and any(one.recordid < 0 for one in people):
            people = self._listed()
            if any(one.recordid < 0 for one in people):
                raise MoodleFault(f"„{self.details.name}“ is marked blind, but gives no numbers.")
        return people

    def _listed(self) -> tuple[Participant, ...]:
        """With separate groups Moodle shows a tutor nobody of all groups, only of their own."""
        people = self._listed_in(0)
        if not people:
            own = self.service.call(
                "core_group_get_activity_allowed_groups", _Groups, cmid=self.details.cmid
            )
            people = tuple(one for group in own.groups for one in self._listed_in(group.id))
        return tuple({one.id: one for one in people}.values())

    def _listed_in(self, group: int) -> tuple[Participant, ...]:
        listed = self.service.call(
            "mod_assign_list_participants",
            tuple[Participant, ...],
            assignid=self.details.id,
            groupid=group,
            filter="",
        )
        return tuple(replace(one, groupname=html.unescape(one.groupname)) for one in listed)

    def submissions(self) -> tuple[HandedIn, ...]:
        """The latest attempt of each user or group, drafts as in the page's own archive."""
        answer = self.service.call(
            "mod_assign_get_submissions", _AllSubmissions, assignmentids=[self.details.id]
        )
        latest: dict[tuple[int, int], HandedIn] = {}
        for one in [one for some in answer.assignments for one in some.submissions]:
            key = (one.userid, one.groupid)
            before = latest.get(key)
            if before is None or before.attemptnumber <= one.attemptnumber:
                latest[key] = one
        return tuple(one for one in latest.values() if one.status in ("submitted", DRAFT))

    def grades(self) -> Mapping[int, float]:
        """User → stored grade, of the latest attempt."""
        answer = self.service.call(
            "mod_assign_get_grades", _AllGrades, assignmentids=[self.details.id]
        )
        rows = [one for some in answer.assignments for one in some.grades]
        found = {}
        for one in sorted(rows, key=lambda row: row.attemptnumber):
            found[one.userid] = _number(one.grade)
        return {user: grade for user, grade in found.items() if grade is not None}

    def comment(self, user: int) -> str:
        """The comment that is there now (HTML)."""
        answer = self.service.call(
            "mod_assign_get_submission_status",
            _SubmissionStatus,
            assignid=self.details.id,
            userid=user,
        )
        plugins: Sequence[Plugin] = answer.feedback.plugins if answer.feedback else ()
        fields = [field for one in plugins if one.type == "comments" for field in one.editorfields]
        return fields[0].text if fields else ""

    def save(self, user: int, grade: float, comment: str | None, draft: int | None) -> None:
        """Store one grade; Moodle answers the same whether or not it did: read it back."""
        plugins: dict[str, Any] = {}
        if comment is not None:
            plugins[COMMENTS] = {"text": comment, "format": _HTML}
        if draft is not None:
            plugins["files_filemanager"] = draft
        self.service.call(
            "mod_assign_save_grade",
            type(None),
            assignmentid=self.details.id,
            userid=user,
            grade=grade,
            attemptnumber=-1,
            addattempt=False,
            workflowstate="",
            applytoall=False,
            plugindata=plugins,
        )


def _number(cell: str) -> float | None:
    try:
        value = float(cell)
    except ValueError:
        return None
    return value if 0 <= value < float("inf") else None
