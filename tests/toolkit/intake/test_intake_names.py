import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.intake.contract import Refused
from autograder.intake.names import Paths, display, relative_path, slug, unique_slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("muster-anna", "muster-anna"),
        ("Jörg Müller-Lüdenscheidt", "Joerg-Mueller-Luedenscheidt"),
        ("Übung 1_final v2", "Uebung-1_final-v2"),
        ("Straße", "Strasse"),
        ("Nguyễn Łukasz Søren", "Nguyen-Lukasz-Soeren"),
        (unicodedata.normalize("NFD", "Jörg"), "Joerg"),
        ("..", "abgabe"),
        (".", "abgabe"),
        ("", "abgabe"),
        ("-rf", "rf"),
        (".hidden", "hidden"),
        ("a/b\\c", "a-b-c"),
        ("con", "abgabe-con"),
        ("COM1.txt", "abgabe-COM1.txt"),
        ("NUL.", "abgabe-NUL"),
        ("console", "console"),
    ],
)
def test_an_id_is_readable_and_safe_as_a_file_name(name, expected):
    assert slug(name) == expected


def test_names_in_other_scripts_get_different_stable_ids():
    assert slug("李明") != slug("王芳")
    assert slug("李明") == slug("李明")
    assert slug("Анна Muster").startswith("Muster-")


def test_long_names_that_differ_at_the_end_stay_apart():
    assert slug("a" * 200 + "x") != slug("a" * 200 + "y")


@given(st.text(max_size=400))
def test_every_id_is_a_safe_file_name(name):
    made = slug(name)
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}", made)
    assert not made.endswith(".")
    assert made.split(".")[0].lower() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


@given(st.lists(st.sampled_from(["Anna", "anna", "ANNA", "anna-2", "x" * 300]), max_size=12))
def test_colliding_names_get_ids_that_differ_even_without_case(names):
    taken: set[str] = set()
    made = [unique_slug(name, taken) for name in names]
    assert len({one.casefold() for one in made}) == len(names)
    assert all(len(one) <= 80 for one in made)


def test_a_shown_name_keeps_its_letters_but_no_control_or_bidi_characters():
    assert display("Jörg Müller") == "Jörg Müller"
    assert display("anna\u202egpj.exe\x1b[31m\n") == "annagpj.exe"
    assert display("\u202e\x00") == "abgabe"


@pytest.mark.parametrize(
    "path",
    [
        *("../evil.ipynb", "a/../../evil.ipynb", "/etc/passwd", "\\evil", "..\\..\\evil.ipynb"),
        *("C:\\evil.ipynb", "c:evil.ipynb", "a\\..\\..\\b", "//server/share", ".. /evil", "..."),
    ],
)
def test_a_path_that_leads_outside_is_refused_with_a_clear_line(path):
    with pytest.raises(Refused, match="führt aus der Abgabe hinaus"):
        relative_path(path)


@pytest.mark.parametrize("path", ["", "./", "a/" * 40 + "b", "x" * 2000])
def test_an_absurd_path_is_refused_with_a_clear_line(path):
    with pytest.raises(Refused, match="leer, länger als"):
        relative_path(path)


def test_harmless_paths_stay_and_backslashes_are_folders():
    assert relative_path("daten/Übung 1.csv") == "daten/Übung 1.csv"
    assert relative_path(unicodedata.normalize("NFD", "Übung.csv")) == "Übung.csv"
    assert relative_path("daten\\werte.csv") == "daten/werte.csv"
    assert relative_path("./a//b.txt") == "a/b.txt"
    assert relative_path("a\x00b\n\u202e\udcff.ipynb") == "a_b___.ipynb"


def test_an_overlong_name_is_shortened_and_keeps_its_ending():
    short = relative_path("ü" * 250 + ".ipynb")
    assert short.endswith(".ipynb")
    assert len(short.encode()) <= 200


@given(st.text(max_size=200) | st.from_regex(r"(\.\.?|[a-z]|[\\/:]){0,20}", fullmatch=True))
def test_every_accepted_path_stays_inside(path):
    try:
        safe = relative_path(path)
    except Refused:
        return
    pieces = safe.split("/")
    assert not safe.startswith("/")
    assert all(piece not in ("", ".", "..") and len(piece.encode()) <= 255 for piece in pieces)
    assert not any(unicodedata.category(char).startswith("C") for char in safe)


def test_a_second_file_of_the_same_name_gets_another_one():
    paths = Paths()
    claimed = [paths.claim(name) for name in ("a/nb.ipynb", "a/nb.ipynb", "a", "a/nb.ipynb")]
    assert claimed == ["a/nb.ipynb", "a/nb (2).ipynb", "a (2)", "a/nb (3).ipynb"]


def test_no_file_has_to_be_a_folder_too():
    paths = Paths()
    assert [paths.claim("daten"), paths.claim("daten/x.csv")] == ["daten", "daten_x.csv"]
