"""Gradescope ends a container that takes too long; we end before, and without a score."""

import pytest
from otter_course import RIGHT, write_notebook

from autograder.errors import GraderFault
from autograder.grading.alone import grade_alone


@pytest.mark.parametrize("deadline_seconds", [0.0, 2.0])
def test_what_is_not_ready_in_time_is_our_failure_and_no_zero(
    otter_course, tmp_path, deadline_seconds
):
    folder = tmp_path / "submission"
    folder.mkdir()
    write_notebook(folder / "abgabe.ipynb", RIGHT, *["while True: pass"] * 5)
    with pytest.raises(GraderFault, match="longer than deadline_seconds"):
        grade_alone(otter_course, otter_course.load("mini"), folder, tmp_path, deadline_seconds)
