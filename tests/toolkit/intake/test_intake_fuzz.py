"""Whatever bytes are handed in: a submission with a line, never an exception."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from intake_files import SHEET, SMALL, TEMPLATE, as_json, edited, ipynb, md, put, zipped

from autograder import intake

NOTEBOOK = as_json(edited({6: md("### Antwort 1b\n\nWeil $x$.")}).cells)
ZIP = zipped({"a/nb.ipynb": NOTEBOOK, "a/x.csv": b"1;2", "b.zip": zipped({"y.ipynb": ipynb("1")})})
ANY_NAME = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    lambda name: name[0] != "\0"  # Python cannot write such a name
)
NAMES = st.sampled_from(["a.ipynb", "a.zip", "p/a.ipynb", "p/a.zip", "a.py", "a.pdf", "a.csv"])


def handed_in(files):
    """Everything that happens to submissions before they are run."""
    with tempfile.TemporaryDirectory() as folder:
        root = put(Path(folder), {"immer.ipynb": NOTEBOOK, **files})
        for paths in ([root], [root / name for name in files]):
            found = intake.discover(paths)
            assert len({one.id for one in found}) == len(found)
            for one in found:
                graded(intake.open(one, SMALL))


def graded(submission):
    submission = intake.only_sheet(submission, "blatt09", {"blatt09": TEMPLATE})
    submission = intake.join(submission, SHEET, TEMPLATE)
    assert submission.problem or len(submission.notebooks) == 1
    assert submission.problem is None or submission.problem[1].de
    for notebook in submission.notebooks:
        parts = intake.locate(notebook, SHEET, TEMPLATE, submission.documents)
        assert list(parts) == list(SHEET.by_id)


@st.composite
def damaged(draw, content):
    """A file with some bytes changed, cut out or put in."""
    data = bytearray(content)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        data[at : at + draw(st.integers(0, 4))] = draw(st.binary(max_size=4))
    return bytes(data)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(NAMES, st.binary(max_size=200), min_size=1, max_size=3))
def test_random_bytes_give_a_submission_with_a_line(files):
    handed_in(files)


@settings(max_examples=150, deadline=None)
@given(damaged(NOTEBOOK))
def test_a_damaged_notebook_gives_a_submission(content):
    handed_in({"a.ipynb": content})


@settings(max_examples=150, deadline=None)
@given(damaged(ZIP))
def test_a_damaged_zip_gives_submissions(content):
    handed_in({"a.zip": content})


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(ANY_NAME, st.binary(max_size=30), max_size=5))
def test_any_names_in_a_zip_give_submissions(members):
    handed_in({"a.zip": zipped({"nb.ipynb": NOTEBOOK, **members})})


SOURCE = st.text(max_size=60) | st.lists(
    st.sampled_from(
        [
            *("### Aufgabe 1a", "### Antwort 2b", "1 b)", "(c)", "## Aufgabe 2", "$$", "\\[", "$"),
            *("def aufgabe_1a(x):", "aufgabe_2b = 3", "*Ihre Antwort*", "# 2a", "```", "\n", "="),
        ]
    ),
    max_size=12,
).map("\n".join)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["code", "markdown", "raw"]),
            SOURCE,
            st.sampled_from([(), ("antwort-1a",), ("rechenweg-2b", "x"), ("-",)]),
        ),
        max_size=8,
    )
)
def test_any_cells_are_located(cells):
    cells = [intake.Cell(kind, source, tags) for kind, source, tags in cells]
    notebook = intake.Notebook("nb.ipynb", tuple(cells))
    for part in intake.locate(notebook, SHEET, TEMPLATE).values():
        assert part.touched or not part.cells
