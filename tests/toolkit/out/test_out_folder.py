"""OUT is private, survives interruptions, and never mixes sheets or loses a record silently."""

import json
import os
import stat
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from autograder.course.sheet import Course
from autograder.desk import marking
from autograder.errors import UsageFault
from autograder.i18n import Text
from autograder.out.folder import OutFolder
from autograder.records.ledger import Grading, Version
from autograder.records.model import Outcome, PartResult, RunInfo, Status, SubmissionResult
from autograder.records.people import Person
from autograder.store import Conditions, StoreFault

SHEET = Course(Path(__file__).resolve().parents[3]).load("blatt09")
RUN = RunInfo(
    sheet="blatt09",
    version=SHEET.version,
    seed="5f3c",
    toolkit="0",
    confinement="kernel",
    started="2026-11-21T14:03:12+01:00",
    python="3.11",
)


CONDITIONS = Conditions(RUN, SHEET, "kurs")
BY = marking.By("Tutorin", "Grund")


def result(name, points=1.0):
    parts = tuple(
        PartResult(task.id, Outcome.RIGHT if points else Outcome.WRONG, points, task.points)
        for task in SHEET.tasks
    )
    return SubmissionResult(name, (f"Anna {name}",), Status.DONE, parts)


def save(out, given, rerun=None):
    version = Version(given.submission, given.students, (Person(given.submission),), "c0")
    out.save(version, Grading(given), rerun)


def totals(folder):
    written = json.loads((folder / "results.json").read_text())["submissions"]
    return [(one["submission"], one["total"]) for one in written]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def opened():
    """Opens OUT for a run; everything is closed in the end."""
    with ExitStack() as stack:

        def opened(folder, conditions=CONDITIONS):
            out = stack.enter_context(OutFolder(folder))
            out.check(conditions.sheet)
            out.begin(conditions)
            return out

        yield opened


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_the_folder_is_private_and_out_of_version_control(folder, opened):
    opened(folder)
    assert mode(folder) == 0o700
    assert (folder / ".gitignore").read_text() == "*\n"


def test_a_folder_that_was_open_to_others_is_closed(folder, opened):
    folder.mkdir(mode=0o755)
    opened(folder)
    assert mode(folder) == 0o700


def test_a_folder_with_other_things_in_it_is_refused_and_left_as_it_is(folder):
    folder.mkdir(mode=0o755)
    (folder / ".gitignore").write_text("mine\n")
    with pytest.raises(UsageFault, match="not empty"):
        OutFolder(folder)
    assert mode(folder) == 0o755
    assert (folder / ".gitignore").read_text() == "mine\n"


def test_a_place_that_cannot_be_written_is_refused_with_the_reason(tmp_path):
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(UsageFault, match="cannot be written"):
            OutFolder(path)


def test_the_seed_is_secret_random_and_stable(folder, tmp_path, opened):
    seed = opened(folder).seed
    assert len(seed) == 32
    assert mode(folder / "seed") == 0o600
    assert opened(folder).seed == seed
    assert opened(tmp_path / "other").seed != seed


@pytest.mark.parametrize("damage", [b"", b"\n", b"abc\n", b"\xff" * 32, b"0" * 33])
def test_a_damaged_seed_is_refused_and_not_replaced(folder, damage, opened):
    out = opened(folder)
    (folder / "seed").write_bytes(damage)
    with pytest.raises(UsageFault, match="damaged"):
        _ = out.seed
    assert (folder / "seed").read_bytes() == damage


def test_a_later_run_has_the_results_of_the_earlier_one(folder, opened):
    first = opened(folder)
    save(first, result("anna"))
    save(first, result("ben"))
    second = opened(folder)
    save(second, result("ben", 0.0))
    save(second, result("cleo"))
    second.renew()
    assert totals(folder) == [("anna", 15.0), ("ben", 0.0), ("cleo", 15.0)]


def test_every_submission_has_its_pages_as_soon_as_it_is_saved(folder, opened):
    out = opened(folder)
    save(out, result("anna"), b"{}")
    for name in ("feedback/anna.html", "details/anna.html", "rerun/anna.ipynb", "index.html"):
        assert (folder / name).is_file(), name
    assert (folder / "marks.csv").is_file()


def test_a_page_that_a_killed_run_had_no_time_for_is_made_by_the_next(folder, opened):
    out = opened(folder)
    save(out, result("anna"))
    out.renew()
    before = (folder / "feedback" / "anna.html").read_bytes()
    given = result("anna", 0.0)
    version = Version("anna", given.students, (Person("anna"),), "c1")
    out.store.gradings.save(version, Grading(given), 1)  # and then no page
    (folder / "details" / "anna.html").unlink()
    with OutFolder.existing(folder) as again:
        again.renew()
    assert (folder / "feedback" / "anna.html").read_bytes() != before
    assert (folder / "details" / "anna.html").is_file()
    assert totals(folder) == [("anna", 0.0)]


def test_pages_of_unchanged_submissions_are_left_alone(folder, opened):
    out = opened(folder)
    save(out, result("anna"))
    out.renew()
    made = (folder / "feedback" / "anna.html").stat().st_mtime_ns
    index = (folder / "index.html").stat().st_mtime_ns
    with OutFolder.existing(folder) as again:
        again.renew()
    assert (folder / "feedback" / "anna.html").stat().st_mtime_ns == made
    assert (folder / "index.html").stat().st_mtime_ns == index


def test_a_decision_changes_neither_the_language_of_the_pages_nor_other_pages(folder):
    with OutFolder(folder, "en") as out:
        out.begin(CONDITIONS)
        save(out, result("anna"))
        save(out, result("ben"))
        out.renew()
    made = (folder / "feedback" / "anna.html").stat().st_mtime_ns
    with OutFolder.existing(folder, "de") as again:
        marking.mark(again.store, marking.held_by(again.store, "ben"), "1a", 0.5, BY)
        again.renew()
        assert again.language == "de"
    assert (folder / "feedback" / "anna.html").stat().st_mtime_ns == made
    page = (folder / "feedback" / "ben.html").read_text("utf-8")
    assert '<html lang="en"' in page
    assert dict(totals(folder))["ben"] == 14.5


def test_a_damaged_memory_of_the_pages_only_costs_time(folder, opened):
    out = opened(folder)
    save(out, result("anna"))
    out.renew()
    (folder / ".views.json").write_text("[")
    with OutFolder.existing(folder) as again:
        again.renew()
    assert totals(folder) == [("anna", 15.0)]


def test_a_folder_without_a_store_has_no_results(tmp_path):
    with pytest.raises(UsageFault, match="holds no results"):
        OutFolder.existing(tmp_path)


def test_a_store_that_is_no_database_is_refused_and_left_as_it_is(folder):
    folder.mkdir()
    (folder / "store.sqlite").write_bytes(b"x" * 5000)
    with pytest.raises(StoreFault, match="refused"):
        OutFolder(folder)
    assert (folder / "store.sqlite").read_bytes() == b"x" * 5000


def test_another_sheets_folder_is_refused(folder, opened):
    opened(folder)
    other = replace(CONDITIONS, sheet=msgspec.structs.replace(SHEET, id="blatt10"))
    with pytest.raises(UsageFault, match="blatt09, not of blatt10"):
        opened(folder, other)


@pytest.mark.parametrize("name", ["../../evil", "a/b", "", "x" * 300, "\ud800", ".hidden", "ä b"])
def test_no_submission_id_leaves_the_folder(folder, name, opened):
    out = opened(folder)
    save(out, result(name))
    inside = {path for path in folder.rglob("*") if path.is_file()}
    assert len([path for path in inside if path.parent.name == "details"]) == 1
    everywhere = {path for path in folder.parent.rglob("*") if path.is_file()}
    assert everywhere == inside


def test_views_are_renewed_seldom_in_a_large_run_but_always_at_the_end(folder, opened):
    out = opened(folder)
    save(out, result("anna"))
    out.views.seconds = 1e6
    save(out, result("ben"))
    assert totals(folder) == [("anna", 15.0)]
    out.renew()
    assert totals(folder) == [("anna", 15.0), ("ben", 15.0)]


def test_nobody_else_can_read_anything_even_with_an_open_umask(folder, opened):
    before = os.umask(0)
    try:
        out = opened(folder)
        _ = out.seed
        save(out, replace(result("anna"), notes=(Text("Notiz", "note"),)))
    finally:
        os.umask(before)
    assert mode(folder) == 0o700
    assert mode(folder / "seed") == 0o600
    assert mode(folder / "store.sqlite") == 0o600
