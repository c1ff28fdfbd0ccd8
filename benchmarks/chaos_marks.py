"""What a run left in OUT, and whether a disturbed run says the same as an undisturbed one."""

import csv
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_DEATHS = frozenset(("crashed", "time_limit", "memory_limit", "other_limit"))
_ENDED_CELLS = frozenset(("cut", "interrupted", "skipped"))

Marks = Mapping[str, "Mark"]


@dataclass(frozen=True)
class Mark:
    """Everything about one submission that must not depend on what happens to the grader."""

    status: str
    total: float
    parts: tuple[tuple[Any, ...], ...]
    """Task, outcome, points, and the same of every check."""
    cells: tuple[str, ...]
    digest: str

    @property
    def not_graded(self) -> bool:
        return self.status == "not_graded"

    @property
    def shows_an_early_end(self) -> bool:
        """Whether it says that its process ended or was too slow."""
        outcomes = {part[1] for part in self.parts}
        return bool(outcomes & _DEATHS) or bool(set(self.cells) & _ENDED_CELLS)


def read_results(out: Path) -> Marks:
    """``results.json``, empty where there is none yet; raises :class:`ValueError` if damaged."""
    path = out / "results.json"
    if not path.exists():
        return {}
    entries = json.loads(path.read_text("utf-8"))["submissions"]
    marks = {entry["submission"]: _mark(entry) for entry in entries}
    if len(marks) != len(entries):
        raise ValueError("a submission stands twice in results.json")
    return marks


def read_marks(out: Path) -> Marks:
    """The results of a whole run; raises :class:`ValueError` where files of OUT disagree."""
    marks = read_results(out)
    counts = {
        "results.json": len(marks),
        "store.sqlite": _rows(out / "store.sqlite"),
        "feedback": len(list((out / "feedback").glob("*.html"))),
        "details": len(list((out / "details").glob("*.html"))),
    }
    with (out / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["submission"]: float(row["total"]) for row in csv.DictReader(file)}
    counts["marks.csv"] = len(rows)
    if len(set(counts.values())) > 1 or rows.keys() != marks.keys():
        raise ValueError(f"the files of OUT disagree: {counts}")
    differing = [name for name, mark in marks.items() if rows[name] != mark.total]
    if differing:
        raise ValueError(f"marks.csv and results.json differ for {differing}")
    return marks


def _rows(store: Path) -> int:
    """Submissions with a result; raises :class:`ValueError` where the file is damaged."""
    with closing(sqlite3.connect(store)) as connection:
        (intact,) = connection.execute("PRAGMA integrity_check").fetchone()
        if intact != "ok":
            raise ValueError(f"{store} is damaged: {intact}")
        (rows,) = connection.execute("SELECT count(DISTINCT submission) FROM grading").fetchone()
    return int(rows)


def _mark(entry: Mapping[str, Any]) -> Mark:
    return Mark(
        status=entry["status"],
        total=entry["total"],
        parts=tuple(
            (
                *(part["task"], part["outcome"], part["points"]),
                *((check["name"], check["outcome"], check["points"]) for check in part["checks"]),
            )
            for part in entry["parts"]
        ),
        cells=tuple(cell["outcome"] for cell in entry["cells"]),
        digest=entry["digest"],
    )


@dataclass(frozen=True)
class Comparison:
    """How a disturbed run's marks relate to those of an undisturbed one."""

    lost: tuple[str, ...]
    invented: tuple[str, ...]
    not_graded: tuple[str, ...]
    ended: tuple[str, ...]
    """Less than they deserve, but they say that their process ended."""
    wrong: tuple[str, ...]

    @property
    def equal(self) -> bool:
        return not (self.lost or self.invented or self.not_graded or self.ended or self.wrong)


def compare(expected: Marks, found: Marks) -> Comparison:
    both = expected.keys() & found.keys()
    differing = {name for name in both if found[name] != expected[name]}
    not_graded = {name for name in differing if found[name].not_graded and _unmarked(found[name])}
    ended = {
        name
        for name in differing - not_graded
        if found[name].shows_an_early_end and _nothing_gained(expected[name], found[name])
    }
    return Comparison(
        lost=tuple(sorted(expected.keys() - found.keys())),
        invented=tuple(sorted(found.keys() - expected.keys())),
        not_graded=tuple(sorted(not_graded)),
        ended=tuple(sorted(ended)),
        wrong=tuple(sorted(differing - not_graded - ended)),
    )


def _unmarked(mark: Mark) -> bool:
    return all(part[2] is None for part in mark.parts)


def _nothing_gained(expected: Mark, found: Mark) -> bool:
    pairs = zip(expected.parts, found.parts, strict=True)
    return all((after[2] or 0) <= (before[2] or 0) for before, after in pairs)
