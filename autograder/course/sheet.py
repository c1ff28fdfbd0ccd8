"""``sheet.toml`` → :class:`Sheet`: the only source of points, parts, names and limits."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec

from autograder.course.rules import Rules, problems_of
from autograder.errors import UsageFault
from autograder.i18n import Text

SCHEMA = 1
HELPER_TAG = "selbsttest"
"""Cells of a published notebook that only help: self-checks, and numbers to compare with."""


class Localised(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence of ``sheet.toml`` in both languages: ``{ de = "…", en = "…" }``."""

    de: str
    en: str

    @property
    def text(self) -> Text:
        return Text(self.de, self.en)


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one submission may use. Every name carries its unit."""

    cell_seconds: float = 20.0
    """Wall time of one cell, then it is interrupted."""
    call_seconds: float = 5.0
    """Wall time of one call of a student's function by a check."""
    submission_seconds: float = 120.0
    """Wall time of all runs of a submission together."""
    cpu_seconds: int = 120
    """CPU time of one run, over all threads of the main process."""
    memory_mib: int = 1024
    """Private memory of one run, over all its processes."""
    processes: int = 64
    """Processes and threads alive at the same time."""
    file_mib: int = 64
    """One file that a run writes; together its files have 64 MiB each in /tmp and /dev/shm."""
    output_mib: int = 4
    """Output kept of one cell (text, pictures); the rest is dropped and said so."""
    frame_mib: int = 16
    """One value that crosses the border."""
    upload_mib: int = 50
    """One submission as handed in, unpacked."""


def override(limits: Limits, changes: Mapping[str, str]) -> Limits:
    """``{"cell_seconds": "20"}`` over the sheet's limits; raises :class:`UsageFault`."""
    known = {field.name: field.type for field in msgspec.structs.fields(Limits)}
    values: dict[str, float] = {}
    for name, text in changes.items():
        if name not in known:
            raise UsageFault(f"There is no limit {name!r}. Known: {', '.join(known)}.")
        try:
            value = msgspec.convert(text, known[name], strict=False)
        except msgspec.ValidationError as error:
            raise UsageFault(f"The limit {name} is {text!r}, expected a number.") from error
        if not 0 < value < float("inf"):
            raise UsageFault(f"The limit {name} is {text}, expected a number above 0.")
        values[name] = value
    return msgspec.structs.replace(limits, **values)


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing a part asks for by name."""

    names: tuple[str, ...]
    """Accepted names in the notebook's final namespace, the official one first."""
    arguments: tuple[str, ...] = ()
    """Argument list that the sheet states, in its order."""
    formula: bool = False
    """Whether it may also be a formula (string, LaTeX, SymPy, markdown)."""

    @property
    def name(self) -> str:
        return self.names[0]


class Task(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One part of the sheet."""

    id: str
    points: float
    kind: Literal["auto", "text", "both"]
    title: Localised
    answers: tuple[Answer, ...] = ()
    checks: Mapping[str, float] = {}
    """Points per named check; empty: all checks together earn the part's points."""
    builds_on: tuple[str, ...] = ()
    working: bool = False
    """Whether the part asks for a calculation and not only for its result."""
    text_points: float = 0.0
    """For ``both``: the share of the points that a tutor gives."""
    written: bool = False
    """Whether the answer is a Markdown cell that the checks read as text."""
    pictures: bool = False
    """Whether feedback shows the part's plots beside those of the reference."""

    def maxima(self) -> Mapping[str, float]:
        """Maximum per check; an automatic part without named checks has one, called ``check``."""
        if self.kind == "text":
            return {}
        return self.checks or {"check": self.points - self.text_points}


class Exercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    title: Localised
    points: float


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One exercise sheet as its ``sheet.toml`` declares it."""

    schema: int
    id: str
    version: str
    title: Localised
    points: float
    exercises: tuple[Exercise, ...]
    tasks: tuple[Task, ...]
    limits: Limits = Limits()
    rules: Rules = Rules()
    confinement: Literal["namespaces", "kernel"] = "kernel"
    """Least protection under which this sheet may be graded (see ``doctor``)."""
    preload: tuple[str, ...] = ("numpy", "matplotlib.pyplot")
    """Modules imported once before the first submission; a missing one is left out."""
    marker: str = ""
    """Text that stands in every published notebook of this sheet and in no other sheet's."""
    values: Mapping[str, int | float] = {}
    """Numbers of a task that its text, its scaffolding and its checks share."""

    @cached_property
    def by_id(self) -> Mapping[str, Task]:
        return {task.id: task for task in self.tasks}


@dataclass(frozen=True)
class Course:
    """A folder with ``assignments/``, ``tests/`` and ``reference/``."""

    root: Path

    def assignment(self, sheet: str) -> Path:
        return self.root / "assignments" / sheet

    def checks(self, sheet: str) -> Path:
        return self.root / "tests" / sheet

    def reference(self, sheet: str) -> Path:
        return self.root / "reference" / sheet

    def sheets(self) -> list[str]:
        return sorted(path.parent.name for path in self.root.glob("assignments/*/sheet.toml"))

    def load(self, sheet: str) -> Sheet:
        """Read and check ``assignments/SHEET/sheet.toml``.

        Raises :class:`UsageFault` when there is none or when its points do not add up.
        """
        path = self.assignment(sheet) / "sheet.toml"
        if sheet not in self.sheets():
            known = ", ".join(self.sheets()) or "none"
            raise UsageFault(
                f"There is no sheet {sheet!r} in {self.root} (found: {known}). "
                "Name one of these, or point to another course with --course DIR."
            )
        return load_sheet(path)


def load_sheet(path: Path) -> Sheet:
    """Read one ``sheet.toml``; raises :class:`UsageFault` with file, field and remedy."""
    try:
        sheet = msgspec.convert(tomllib.loads(path.read_text("utf-8")), Sheet)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise UsageFault(f"{path}: {error}. docs/sheet.md describes the format.") from error
    for problem in _problems(sheet):
        raise UsageFault(f"{path}: {problem}")
    return sheet


def _problems(sheet: Sheet) -> list[str]:
    problems = []
    if sheet.schema != SCHEMA:
        problems.append(f"schema is {sheet.schema}, this version reads {SCHEMA}")
    problems += problems_of(sheet.rules)
    ids = [task.id for task in sheet.tasks]
    problems += [f"task {name!r} is declared twice" for name in ids if ids.count(name) > 1]
    for task in sheet.tasks:
        problems += [
            f"task {task.id} builds on {other!r}, which does not come before it"
            for other in task.builds_on
            if other not in ids[: ids.index(task.id)]
        ]
        automatic = sum(task.maxima().values())
        given = task.points if task.kind == "text" else automatic + task.text_points
        if abs(given - task.points) > 1e-9:
            problems.append(f"the checks of {task.id} give {given} of {task.points} points")
    exercises = {exercise.id for exercise in sheet.exercises}
    problems += [
        f"task {task.id} belongs to exercise {exercise_of(task.id)!r}, which is not declared"
        for task in sheet.tasks
        if exercise_of(task.id) not in exercises
    ]
    for exercise in sheet.exercises:
        given = sum(task.points for task in sheet.tasks if exercise_of(task.id) == exercise.id)
        if abs(given - exercise.points) > 1e-9:
            problems.append(f"exercise {exercise.id} has {exercise.points} points, parts: {given}")
    total = sum(task.points for task in sheet.tasks)
    if abs(total - sheet.points) > 1e-9:
        problems.append(f"the sheet has {sheet.points} points, its parts have {total}")
    return problems


def exercise_of(task: str) -> str:
    """``"1d"`` → ``"1"``: parts are named by exercise and letter."""
    return task.rstrip("abcdefghijklmnopqrstuvwxyz")
