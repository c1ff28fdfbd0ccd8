"""One Canvas assignment: who is in its course, what was handed in, grades.

Fields as in the documentation of the APIs Assignments, Submissions and Courses (users).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from autograder.lms.canvas.rest import CanvasFault, Rest

IN_POINTS = ("points", "percent")
"""Ways of grading in which a number that is sent is a number of points."""


class Details(msgspec.Struct, frozen=True):
    """The assignment itself."""

    id: int
    name: str = ""
    points_possible: float | None = None
    grading_type: str = "points"
    post_manually: bool = False
    """Whether grades stay hidden until somebody posts them."""
    group_category_id: int | None = None
    grade_group_students_individually: bool = False
    moderated_grading: bool = False
    grades_published: bool = True
    anonymize_students: bool = False

    @property
    def graded_by_group(self) -> bool:
        """Whether one member's grade becomes that of all."""
        return self.group_category_id is not None and not self.grade_group_students_individually


class Student(msgspec.Struct, frozen=True):
    id: int
    name: str = ""
    sortable_name: str = ""
    login_id: str | None = None
    sis_user_id: str | None = None
    email: str | None = None


class Attachment(msgspec.Struct, frozen=True):
    id: int
    display_name: str = ""
    url: str = ""
    size: int = 0


class Comment(msgspec.Struct, frozen=True):
    comment: str | None = None
    attachments: tuple[Attachment, ...] = ()


class Group(msgspec.Struct, frozen=True):
    id: int | None = None
    name: str | None = None


class HandedIn(msgspec.Struct, frozen=True):
    """The latest attempt of a student, and its grade."""

    user_id: int
    workflow_state: str = "unsubmitted"
    submitted_at: datetime | None = None
    late: bool = False
    excused: bool | None = None
    body: str | None = None
    submission_type: str | None = None
    url: str | None = None
    score: float | None = None
    entered_score: float | None = None
    """What was entered, before Canvas's own deduction for lateness."""
    points_deducted: float | None = None
    attachments: tuple[Attachment, ...] = ()
    submission_comments: tuple[Comment, ...] = ()
    group: Group = Group()

    @property
    def grade(self) -> float | None:
        return self.score if self.entered_score is None else self.entered_score


class Assignment:
    """What the API says about one assignment; every call may raise ``CanvasFault``."""

    def __init__(self, rest: Rest, course: int, assignment: int) -> None:
        self.rest = rest
        self._course = f"courses/{course}"
        self._path = f"{self._course}/assignments/{assignment}"
        self.details: Details = rest.get(self._path, Details)
        if self.details.anonymize_students:
            raise CanvasFault(
                "The assignment is graded anonymously: the API tells nobody's identity. Use the "
                "zip and the gradebook, or show the names in Canvas first."
            )

    def students(self) -> Mapping[int, Student]:
        """By Canvas's user id, test students left out."""
        query = {"enrollment_type[]": "student", "include[]": "email"}
        listed = self.rest.all(f"{self._course}/users", Student, **query)
        return {one.id: one for one in listed}

    def submissions(self) -> Sequence[HandedIn]:
        """One entry per student, also of those who handed in nothing."""
        return self.rest.all(
            f"{self._path}/submissions", HandedIn, **{"include[]": ["group", "submission_comments"]}
        )

    def upload(self, user: int, name: str, content: bytes) -> int:
        """A file that :meth:`save` may attach to a comment."""
        path = f"{self._path}/submissions/{user}/comments/files"
        return self.rest.upload(path, name, content)

    def save(self, user: int, grade: str, comment: str, file: int | None) -> None:
        """Store one grade, with a comment where there is text or a file."""
        fields: dict[str, Any] = {"submission[posted_grade]": grade}
        if comment:
            fields["comment[text_comment]"] = comment
        if file is not None:
            fields["comment[file_ids][]"] = file
        self.rest.put(f"{self._path}/submissions/{user}", msgspec.Raw, fields)
