"""A record is the same on paper and in a terminal, and obeys nothing that stands in it."""

from autograder.i18n import Text
from autograder.render.record import Row, Section, as_page, as_text

TITLE = Text("Blatt, Teil 1a", "sheet, part 1a")
EVIL = "<script>alert(1)</script>\x1b[2J\n\u202e"
SECTIONS = (
    Section(
        Text("Abgegeben", "Handed in"),
        (Row(Text("Datei", "File"), EVIL), Row(Text("Antwort", "Answer"), EVIL, block=True)),
    ),
)


def test_a_terminal_shows_every_line_and_obeys_none():
    shown = as_text(TITLE, SECTIONS, "de")
    assert "Abgegeben" in shown
    assert "<script>" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_a_page_runs_nothing():
    page = as_page(TITLE, SECTIONS, "en")
    assert "Handed in" in page
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
