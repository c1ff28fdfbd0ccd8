"""The page in a real browser: nothing of a hostile notebook runs, loads or covers our page."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from feedback_notebooks import HOSTILE, PNG, code, display, ipynb, stream, text

from autograder.course.sheet import Course
from autograder.feedback.notebook import own_notebook
from autograder.i18n import Text
from autograder.records.model import Outcome, PartResult, Status, SubmissionResult
from autograder.records.people import Adjustment, HandIn, Person, PersonMarks
from autograder.render.feedback import Personal, feedback

SHEET = Course(Path(__file__).parents[3]).load("blatt09")
HONEST = ipynb(
    text("### Antwort 2b\n\n$$\\frac{n_{in}\\sigma^2}{2}$$"),
    code("print('x')", stream("lange Zeile " * 40), display(image_png=PNG)),
)


def page_of(handed_in, rerun=None):
    parts = {task.id: task.points for task in SHEET.tasks}
    result = SubmissionResult(
        "muster-anna",
        ("Muster Anna",),
        Status.DONE,
        tuple(PartResult(one.id, Outcome.RIGHT, one.points, one.points) for one in SHEET.tasks),
    )
    marks = PersonMarks(
        Person("muster-anna", "Anna Muster"),
        "muster-anna",
        Status.DONE,
        parts,
        SHEET.points,
        (Adjustment(Text("Verspätet: 1 angefangener Tag nach der Frist.", "Late."), -2.4),),
        HandIn(datetime(2026, 11, 21, 20, 52, tzinfo=UTC), "worksheet"),
        "Gut.\n<script>window.hacked=1</script>",
    )
    notebook = own_notebook(handed_in, rerun, {}, "de")
    return feedback(SHEET, result, "de", Personal(marks, True, {"1a": "Schön."}, notebook))


def opened(chromium, tmp_path, source, width=900):
    """The page, what its console said, and what it asked for."""
    path = tmp_path / "feedback.html"
    path.write_text(source, "utf-8")
    page = chromium.new_page(viewport={"width": width, "height": 900})
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_timeout(300)
    return page, said, [one for one in asked if one != path.as_uri() and one[:5] != "data:"]


def test_a_hostile_notebook_runs_nothing_and_asks_for_nothing(chromium, tmp_path):
    page, said, asked = opened(chromium, tmp_path, page_of(HOSTILE, HOSTILE))
    assert (said, asked) == ([], [])
    assert page.evaluate("window.hacked") is None
    assert page.title().startswith("Rückmeldung")
    assert page.url.startswith("file:")
    assert page.locator("script, iframe, form, object, embed, a[href^='http']").count() == 0
    assert page.locator("main > section.score").is_visible()
    assert page.locator(".notebook h1, .notebook h2, .notebook .badge").count() == 0


@pytest.mark.parametrize("width", [360, 900])
def test_the_page_fits_a_phone_and_a_desk(chromium, tmp_path, width):
    page, said, asked = opened(chromium, tmp_path, page_of(HONEST, HONEST), width)
    assert (said, asked) == ([], [])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".notebook math mfrac").count() == 1
    assert page.locator(".notebook img").first.evaluate("one => one.naturalWidth") == 1


def test_the_sum_is_shown_line_by_line(chromium, tmp_path):
    page, _, _ = opened(chromium, tmp_path, page_of(HONEST))
    foot = page.locator("table.parts tfoot").inner_text()
    lines = [" ".join(line.split()) for line in foot.splitlines() if line.strip()]
    assert "Punkte der Teile 24" in lines
    assert "Verspätet: 1 angefangener Tag nach der Frist. −2,4" in lines
    assert "Summe 21,6 / 24" in lines
    shown = page.locator("body").inner_text()
    assert "bestanden" in shown
    assert "21.11.2026, 21:52 (laut Bewertungstabelle)" in shown
    assert "<script>window.hacked=1</script>" in shown
