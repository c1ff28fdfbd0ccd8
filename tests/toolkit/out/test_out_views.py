"""Tables of a whole cohort are written one submission at a time."""

import json
import tracemalloc
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from autograder.course.sheet import Course
from autograder.i18n import Text
from autograder.out.views import Views
from autograder.records.model import (
    CheckResult,
    Evidence,
    Outcome,
    PartResult,
    RunInfo,
    Status,
    SubmissionResult,
)
from autograder.records.serialise import ResultsFault
from autograder.render.patterns import UNKNOWN

SHEET = Course(Path(__file__).resolve().parents[3]).load("blatt09")
RUN = RunInfo("blatt09", SHEET.version, "5f3c", "0", "kernel", "2026-11-21T14:03:12+01:00", "3.11")
FAT = 100_000
"""Characters of evidence for each submission."""


def result(number, evidence=""):
    name = f"probe-{number:04d}"
    check = CheckResult(
        *("check", Outcome.WRONG, 0.0, SHEET.tasks[0].points, Text("Prüfung", "check")),
        evidence=Evidence(traceback=evidence) if evidence else None,
    )
    first = PartResult(
        SHEET.tasks[0].id, Outcome.WRONG, 0.0, SHEET.tasks[0].points, checks=(check,)
    )
    rest = (
        PartResult(task.id, Outcome.RIGHT, task.points, task.points) for task in SHEET.tasks[1:]
    )
    return SubmissionResult(name, (name.title(),), Status.DONE, (first, *rest))


def write(folder, results):
    """The tables of so many results, none of whose pages is stale."""
    views = Views(folder)
    views._make = lambda *_: None  # type: ignore[method-assign]
    states = {f"probe-{number:04d}": "1" for number in range(len(results))}

    def read(names):
        return ((make(), "1") for make in results) if names is None else ()

    views.renew(SHEET, RUN, states, read, lambda: UNKNOWN)


@pytest.fixture
def renew(tmp_path):
    def renewed(results):
        write(tmp_path, results)
        return tmp_path

    return renewed


def peak(folder, count):
    """The most bytes that Python held while it wrote."""
    results = [
        lambda number=number: result(number, f"{number:04d}" * (FAT // 4))
        for number in range(count)
    ]
    tracemalloc.start()
    try:
        write(folder, results)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_evidence_of_a_cohort(tmp_path):
    # in a process of its own: threads of other tests allocate, too
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        sizes = (2, 10, 60)  # the first loads what is loaded once
        _, few, many = (process.submit(peak, tmp_path, size).result() for size in sizes)
    assert many - few < 2 * FAT  # fifty more of FAT bytes each


def test_the_tables_tell_of_everybody_in_the_same_order(renew):
    folder = renew([lambda number=number: result(number) for number in range(30)])
    names = [f"probe-{number:04d}" for number in range(30)]
    told = json.loads((folder / "results.json").read_text("utf-8"))["submissions"]
    assert [one["submission"] for one in told] == names
    rows = (folder / "marks.csv").read_text("utf-8-sig").splitlines()[1:]
    assert [row.partition(",")[0] for row in rows] == names
    page = (folder / "index.html").read_text("utf-8")
    assert [page.count(f">{name}<") for name in names] == [1] * 30


def test_tables_that_cannot_be_written_are_left_as_they_were(renew):
    folder = renew([lambda: result(0)])
    names = ("results.json", "marks.csv", "marks-excel.csv", "index.html")
    before = {name: (folder / name).read_bytes() for name in names}
    part = PartResult(SHEET.tasks[0].id, Outcome.RIGHT, float("nan"), 1.0)
    with pytest.raises(ResultsFault, match="nan"):
        renew([lambda: result(0), lambda: replace(result(1), parts=(part,))])
    assert {name: (folder / name).read_bytes() for name in names} == before
    assert not list(folder.glob(".*.tmp"))
