"""Handed-in scans and photographs: drawn once, on the feedback page, gone when forgotten."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from autograder.course.sheet import Course
from autograder.desk.marking import By
from autograder.desk.privacy import forget
from autograder.i18n import Text
from autograder.out.folder import OutFolder
from autograder.out.pages import feedback_of
from autograder.out.pictures import About, Pictures, is_drawable
from autograder.records.ledger import Grading, KeptFile, Version
from autograder.records.model import Outcome, PartResult, RunInfo, Status, SubmissionResult
from autograder.records.people import HandIn, Person
from autograder.run.drawing import draw
from autograder.sandbox.chore import plain_wall
from autograder.sandbox.probe import best_level, probe
from autograder.store import Conditions

ROOT = Path(__file__).resolve().parents[3]
SHEET = Course(ROOT).load("lehreinheit10")
RUN = RunInfo("lehreinheit10", SHEET.version, "5f3c", "0", "kernel", "2026-11-21T14:03:12", "3.11")
ANNA = Person("anna-1", "Anna Muster")


def wall():
    return plain_wall(best_level(probe()))


@pytest.fixture
def out(tmp_path):
    picture = tmp_path / "x.png"
    Image.new("RGB", (40, 30), "navy").save(picture)
    contents = {
        "Lösung <b>.png": picture.read_bytes(),
        "kaputt.pdf": b"%PDF-1.4 nichts",
        "brief.txt": b"kein Bild",
    }
    with OutFolder(tmp_path / "out") as made:
        made.begin(Conditions(RUN, SHEET, str(ROOT)))
        files = []
        for name, content in contents.items():
            files.append(KeptFile(name, hashlib.sha256(content).hexdigest()))
            made.keep(files[-1].sha256, content)
        parts = tuple(
            PartResult(one.id, Outcome.NOT_FOUND, None, one.points) for one in SHEET.tasks
        )
        result = SubmissionResult(ANNA.id, (ANNA.name,), Status.LOOK, parts)
        at = HandIn(datetime(2026, 11, 20, 12, 0, tzinfo=UTC), "worksheet")
        version = Version(ANNA.id, (ANNA.name,), (ANNA,), ANNA.id, tuple(files), at)
        made.save(version, Grading(result))
        yield made


def test_scans_stand_on_the_feedback_page_and_broken_ones_are_named(out):
    assert draw(out, wall, 2) == ()
    (page,) = feedback_of(out, out.store.marks_in_force()).values()
    shown = page.decode()
    assert shown.count('<figure class="scan"><img src="data:image/jpeg;base64,/9j/') == 1
    assert "Lösung &lt;b&gt;.png" in shown
    assert "„kaputt.pdf“ wird hier nicht gezeigt: beschädigt" in shown


def test_what_is_drawn_is_not_drawn_again(out):
    draw(out, wall, 1)

    def never():
        raise AssertionError

    assert draw(out, never, 1) == ()
    (first, *_) = out.store.gradings.newest_versions()[0].files
    out.pictures.keep(first.sha256, [], About(0, 0, ("zu groß", "too large"), certain=False))
    draw(out, wall, 1)  # a busy machine may have been the reason
    assert out.pictures.about(first.sha256) == About(1, 1)


def test_who_is_forgotten_leaves_no_picture(out):
    draw(out, wall, 1)
    forget(out, ANNA, By("probe", "verlangt"))
    assert not list((out.path / "pictures").rglob("*.jpg"))


def test_a_process_that_does_not_start_is_told_and_costs_no_result(out, monkeypatch):
    monkeypatch.setattr("autograder.sandbox.pictures.MODULE", "autograder.inside.fehlt")
    (said,) = draw(out, wall, 1)
    assert "nicht alle zu sehen" in said.de
    assert len(list(out.results())) == 1


def test_shared_and_refused_files_are_nobodys_scan():
    digest = "0" * 64
    assert is_drawable(KeptFile("a/B.PDF", digest))
    assert not is_drawable(KeptFile("a.pdf", digest, shared=True))
    assert not is_drawable(KeptFile("a.pdf", "", False, Text("zu groß", "too large")))
    assert not is_drawable(KeptFile("a.pdf.ipynb", digest))


def test_damaged_notes_about_a_picture_count_as_none(tmp_path):
    pictures, digest = Pictures(tmp_path), "ab" * 32
    pictures.keep(digest, [b"x"], About(1, 1))
    assert pictures.page(digest, 0) == b"x"
    (tmp_path / "ab" / digest[2:] / "about.json").write_bytes(b'{"shown": "x"}')
    assert pictures.about(digest) is None
    assert pictures.page(digest, 7) is None
