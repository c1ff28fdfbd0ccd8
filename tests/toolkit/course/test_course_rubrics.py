"""What tutors mark by, as the course writes it down."""

from pathlib import Path

import pytest

from autograder.course.rubrics import load_rubrics
from autograder.course.sheet import Course
from autograder.errors import UsageFault

COURSE = Course(Path(__file__).parents[3])


def test_every_part_of_blatt_9_has_a_rubric_that_adds_up():
    rubrics = load_rubrics(COURSE, "blatt09")
    for task in COURSE.load("blatt09").tasks:
        rubric = rubrics[task.id]
        assert rubric.criteria or rubric.look
        if rubric.criteria:
            assert sum(one.points for one in rubric.criteria) == task.points


def test_a_course_without_rubrics_has_none(tmp_path):
    assert load_rubrics(Course(tmp_path), "blatt") == {}


@pytest.mark.parametrize(
    "content",
    [
        "schema = 2\nsheet = 'blatt'",
        "schema = 1\nsheet = 'anderes'",
        "schema = 1",
        "[[",
        "schema = 1\nsheet = 'blatt'\n[[parts]]\nid = '1a'\ncolour = 'red'",
    ],
)
def test_a_broken_file_is_named_with_its_remedy(tmp_path, content):
    folder = tmp_path / "reference" / "blatt"
    folder.mkdir(parents=True)
    (folder / "rubrics.toml").write_text(content)
    with pytest.raises(UsageFault, match=r"rubrics\.toml"):
        load_rubrics(Course(tmp_path), "blatt")
