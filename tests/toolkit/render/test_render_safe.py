import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.render import safe

HOSTILE = st.text(
    st.characters(codec=None) | st.sampled_from("\x1b[;m\u202e\u0301\ud800\x9b\r\n\t"), max_size=300
)


@given(HOSTILE)
def test_a_line_has_no_control_or_direction_characters_and_a_bounded_length(hostile):
    shown = safe.line(hostile, 80)
    assert len(shown) <= 80
    assert not any(unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} for one in shown)
    assert not any(unicodedata.bidirectional(one) in BIDI_CONTROLS for one in shown)
    shown.encode("utf-8")


@given(HOSTILE)
def test_a_block_keeps_only_line_ends_and_tabs_of_the_control_characters(hostile):
    shown = safe.block(hostile, 80)
    assert len(shown) <= 80
    rest = shown.replace("\n", "").replace("\t", "")
    assert not any(unicodedata.category(one) in {"Cc", "Cs"} for one in rest)
    assert not any(unicodedata.bidirectional(one) in BIDI_CONTROLS for one in rest)
    shown.encode("utf-8")


@given(st.text(st.characters(codec=None), max_size=300))
def test_what_is_safe_stays_as_it_is(hostile):
    shown = safe.line(hostile, 500)
    assert safe.line(shown, 500) == shown
    block = safe.block(hostile, 500)
    assert safe.block(block, 500) == block


BIDI_CONTROLS = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("muster\u202egnp.ipynb", "mustergnp.ipynb"),
        ("\x1b[31mrot\x1b[0m", "rot"),
        ("\x1b]0;neuer Titel\x07Text", "Text"),
        ("\x1b]8;;https://example.org\x1b\\Link\x1b]8;;\x1b\\", "Link"),
        ("a\x00b\x9bc", "abc"),
        ("zwei\r\nZeilen", "zwei Zeilen"),
        ("Jörg Müller-Lüdenscheidt", "Jörg Müller-Lüdenscheidt"),
        ("a" + "\u0301" * 300, "a\u0301\u0301\u0301"),
        ("\udcff.ipynb", ".ipynb"),
        ("", ""),
    ],
)
def test_names_are_shown_without_tricks(hostile, shown):
    assert safe.line(hostile) == shown


def test_hidden_characters_in_code_are_made_visible():
    assert safe.block("if x:\u202e  # Ende\r\n\ty = 1") == "if x:\ufffd  # Ende\n\ty = 1"


def test_what_is_too_long_is_cut_and_says_so():
    assert safe.line("x" * 81, 80) == "x" * 79 + "…"
    assert safe.line("x" * 80, 80) == "x" * 80
    assert safe.line("\x00" * 10_000 + "x", 80).endswith("…")
    assert safe.block("x\n" * 41, 80).endswith("…")


@pytest.mark.parametrize("name", ["muster-anna", "Gruppe_7", "a.b", "_x", "7"])
def test_a_safe_submission_id_is_its_page_name(name):
    assert safe.page_name(name) == f"{name}.html"


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../../etc/passwd",
        "a/b",
        "a\\b",
        ".versteckt",
        "-rf",
        "ä",
        "a b",
        "a\n",
        "\ud800",
    ],
)
def test_any_other_submission_id_becomes_a_digest(name):
    page = safe.page_name(name)
    assert page.startswith("submission-")
    assert page.isascii()
    assert "/" not in page
    assert page == safe.page_name(name)


@given(st.text(max_size=200), st.text(max_size=200))
def test_different_submissions_have_different_pages(one, other):
    assert (safe.page_name(one) == safe.page_name(other)) == (one == other)
