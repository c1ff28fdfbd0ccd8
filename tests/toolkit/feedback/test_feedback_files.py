"""What came beside the notebook is shown page by page, and what is missing is said."""

from autograder.feedback.files import PAGES_MIB, ShownFile, shown_files
from autograder.i18n import Text

JPEG = b"\xff\xd8\xff" + b"0" * 50


def test_pages_are_numbered_and_described():
    shown = shown_files(
        [ShownFile("scan.pdf", [JPEG, JPEG], 2), ShownFile("a.png", [JPEG], 1)], "de"
    )
    assert shown.count("<img") == 3
    assert 'alt="scan.pdf, Seite 2 von 2"' in shown
    assert 'alt="a.png"' in shown
    assert "quiet" not in shown


def test_pages_that_are_not_shown_are_counted():
    shown = shown_files([ShownFile("scan.pdf", [JPEG] * 12, 1000)], "en")
    assert "Of “scan.pdf”, 12 of 1000 pages are shown here." in shown
    large = b"0" * ((PAGES_MIB << 20) // 2 + 1)
    both = shown_files([ShownFile("a.pdf", [large, large], 2), ShownFile("b.png", [JPEG], 1)], "de")
    assert "Von „a.pdf“ stehen hier 1 von 2 Seiten." in both
    assert 'alt="b.png"' in both


def test_a_fault_says_how_much_is_missing():
    why = Text("mit einem Kennwort geschützt", "protected by a password")
    assert "nicht gezeigt: mit einem Kennwort" in shown_files([ShownFile("x", [], 0, why)], "de")
    assert "not wholly shown" in shown_files([ShownFile("x", [JPEG], 3, why)], "en")


def test_a_hostile_name_stays_text():
    shown = shown_files([ShownFile('"><script>\x1b[2J\u202e' + "x" * 500, [JPEG], 1)], "de")
    assert "<script" not in shown
    assert "\u202e" not in shown
    assert len(shown) < 1000
    assert shown_files([], "de") == ""
