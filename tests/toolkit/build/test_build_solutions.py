import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.build.master import MasterCell
from autograder.build.solutions import with_solutions, without_solutions
from autograder.errors import UsageFault

HARMLESS = st.text(alphabet="ab =()\t", max_size=12)


def code(*lines):
    return MasterCell("k", "code", "\n".join(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ("# BEGIN LÖSUNG", "geheim = 1"),
        ("geheim = 1", "# END LÖSUNG"),
        ("# BEGIN LÖSUNG", "# BEGIN LÖSUNG", "geheim = 1", "# END LÖSUNG"),
    ],
)
def test_an_unpaired_marker_stops_the_build(lines):
    with pytest.raises(UsageFault, match=r"partner|missing"):
        without_solutions([code(*lines)], "de")


@pytest.mark.parametrize(
    "marker",
    [
        "# Begin Lösung",
        "# BEGIN LOESUNG",
        "# BEGIN SOLUTION",
        "<!-- BEGIN LÖSUNG -->",
        "#BEGIN LÖSUNG",
    ],
)
def test_a_misspelt_marker_stops_the_build_instead_of_publishing_the_solution(marker):
    with pytest.raises(UsageFault, match="looks like a solution marker but is none"):
        without_solutions([code(marker, "geheim = 1", "# END LÖSUNG")], "de")


def test_the_placeholder_stands_at_the_indent_of_the_solution():
    cell = code("if x:", "    # BEGIN LÖSUNG", "    y = 1", "    # END LÖSUNG", "z = 2")
    (published,) = without_solutions([cell], "de")
    assert published.source == "if x:\n    ...  # Ihre Lösung\nz = 2"


@given(st.lists(st.tuples(st.booleans(), st.lists(HARMLESS, min_size=1, max_size=3)), max_size=5))
def test_what_is_marked_vanishes_and_everything_else_stays(blocks):
    lines, visible, everything = [], [], []
    for number, (solution, block) in enumerate(blocks):
        block = [f"{line}#{'geheim' if solution else 'offen'}{number}" for line in block]
        lines += ["# BEGIN LÖSUNG", *block, "# END LÖSUNG"] if solution else block
        visible += ["...  # Ihre Lösung"] if solution else block
        everything += block
    (published,) = without_solutions([code(*lines)], "de")
    (reference,) = with_solutions([code(*lines)])
    assert published.source == "\n".join(visible)
    assert reference.source == "\n".join(everything)
