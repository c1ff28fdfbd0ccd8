"""Which names are offered where an answer was not found."""

from pathlib import Path

from autograder.course.sheet import Course
from autograder.review.suggest import OFFERED, nearest

SHEET = Course(Path(__file__).parents[3]).load("blatt09")


def test_the_most_similar_name_comes_first_and_other_parts_answers_never():
    names = ["np", "loesung_1d", "aufgabe1d_neu", "aufgabe_1c", "aufgabe_1d"]
    offered = nearest(names, SHEET.by_id["1d"], SHEET)
    assert offered[0] == "aufgabe1d_neu"
    assert set(offered) == {"np", "loesung_1d", "aufgabe1d_neu"}


def test_a_written_part_asks_for_no_name_and_the_list_is_bounded():
    assert nearest(["a"], SHEET.by_id["1b"], SHEET) == []
    many = [f"name_{n}" for n in range(500)]
    assert len(nearest(many, SHEET.by_id["1d"], SHEET)) == OFFERED
