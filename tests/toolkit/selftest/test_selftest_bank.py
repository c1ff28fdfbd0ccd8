"""What authors write into the bank, and what they are told when it is not right."""

import pytest
from selftest_course import COURSE, SHEET, bank_file

from autograder.course.sheet import Course
from autograder.errors import UsageFault
from autograder.selftest.bank import read_bank

WRONG = """\
# The factor x is forgotten.
#
# /// bank
# says = "entsteht, fehlt"
# outcome = "nan"
# [parts.1d]
# outcome = "consistent"
# ///
def aufgabe_1a(x):
    # a comment of the answer
    return 0
"""


def course_with(folder, **files: str) -> Course:
    for path, text in files.items():
        kind, name = path.split("__")
        target = folder / "reference" / "blatt09" / kind / f"{name}.py"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return Course(folder)


def test_a_file_says_what_it_shows_and_what_must_come_out(tmp_path):
    file = bank_file(tmp_path, "wrong", "1a_without_x.py", WRONG)
    assert (file.name, file.part, file.markdown) == ("wrong/1a_without_x", "1a", False)
    assert file.shows == "The factor x is forgotten."
    assert (file.header.says, file.header.outcome) == ("entsteht, fehlt", "nan")
    assert file.header.parts["1d"].outcome == "consistent"


def test_the_comment_of_the_bank_does_not_reach_the_notebook(tmp_path):
    file = bank_file(tmp_path, "wrong", "1a_without_x.py", WRONG)
    assert file.source.startswith("def aufgabe_1a(x):\n    # a comment of the answer")


def test_a_markdown_file_has_its_header_in_a_comment(tmp_path):
    text = '<!--\nInline.\n/// bank\nsays = "x"\n///\n-->\n\n### Antwort 2b\n\n$1$\n'
    file = bank_file(tmp_path, "wrong", "2b_inline.md", text)
    assert (file.markdown, file.shows, file.header.says) == (True, "Inline.", "x")
    assert file.source == "### Antwort 2b\n\n$1$"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = 1\n", "must say what the file shows"),
        ("# Shows.\n# /// bank\n# points = \n# ///\n", "bank"),
        ("# Shows.\n# /// bank\n# surprise = 1\n# ///\n", "surprise"),
        ('# Shows.\n# /// bank\n# points = "two"\n# ///\n', "points"),
    ],
)
def test_a_header_that_cannot_be_read_is_told_with_its_file(tmp_path, text, told):
    with pytest.raises(UsageFault, match=told) as caught:
        bank_file(tmp_path, "variants", "1a_loop.py", text)
    assert "1a_loop.py" in str(caught.value)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"variants__9z_loop": "# Shows.\n"}, "'9z', which has no hidden check"),
        ({"variants__1b_text": "# Shows.\n"}, "'1b', which has no hidden check"),
        ({"wrong__1a_loop": "# Shows.\n"}, "does not state which words"),
        (
            {"variants__1a_loop": '# Shows.\n# /// bank\n# beside = ["wrong/none"]\n# ///\n'},
            "not in the bank",
        ),
        (
            {"whole__case": '# Shows.\n# /// bank\n# [parts.7x]\n# outcome = "nan"\n# ///\n'},
            "no part of the sheet",
        ),
    ],
)
def test_a_file_that_fits_no_part_is_refused(tmp_path, files, told):
    with pytest.raises(UsageFault, match=told):
        read_bank(course_with(tmp_path, **files), SHEET)


def test_other_files_beside_the_bank_are_left_alone(tmp_path):
    course = course_with(tmp_path, variants__1a_loop="# Shows.\npass\n")
    (tmp_path / "reference/blatt09/variants/notes.txt").write_text("todo", "utf-8")
    assert list(read_bank(course, SHEET).files) == ["variants/1a_loop"]


def test_the_bank_of_a_sheet_comes_in_a_stable_order():
    bank = read_bank(COURSE, SHEET)
    names = [file.name for file in bank.of("variants", "1a")]
    assert names == sorted(names)
    assert list(bank.files) == list(read_bank(COURSE, SHEET).files)
