"""Which proposals become one, and what is written down for the vote."""

import csv
import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from autograder.categories.listing import categories_csv, categories_page
from autograder.categories.merging import Category, merged
from autograder.course.sheet import Course, Localised

SHEET = type("Sheet", (), {"title": Localised("Lehreinheit", "Unit")})()
words = st.sampled_from(["Uhr", "Uhren", "uhren", "Gärten", "Gaerten", "Vulkane bei Nacht", "Eis"])


def labels(*lists):
    return [(one.label, one.votes) for one in merged(lists)]


def test_case_umlauts_plurals_and_typing_errors_are_one_category():
    assert labels(
        ("Vulkane bei Nacht", "Gärten"),
        ("vulkan bei nacht", "gaerten"),
        ("Vulkane bei Nahct", "Garten im Schnee"),
    ) == [("Vulkane bei Nacht", 3), ("Gärten", 2), ("Garten im Schnee", 1)]


def test_short_words_are_not_mistaken_for_each_other():
    assert labels(("Hunde",), ("Hände",)) == [("Hände", 1), ("Hunde", 1)]


def test_somebody_who_repeats_a_proposal_counts_once():
    assert labels(("Uhren", "Uhr", "uhren")) == [("Uhren", 1)]


def test_all_spellings_are_kept_the_usual_one_first():
    (only,) = merged([("Uhren",), ("uhr",), ("Uhren",)])
    assert only == Category("Uhren", 3, ("Uhren", "uhr"))


@given(st.lists(st.lists(words, max_size=3).map(tuple), max_size=8), st.randoms())
def test_the_order_of_the_submissions_does_not_matter(lists, random):
    shuffled = list(lists)
    random.shuffle(shuffled)
    assert merged(shuffled) == merged(lists)
    assert sum(one.votes for one in merged(lists)) <= sum(map(len, lists))


def test_no_spreadsheet_takes_a_proposal_for_a_formula():
    text = categories_csv([Category("=1+1", 2, ("=1+1", "Uhren"))])
    rows = list(csv.reader(io.StringIO(text)))
    assert rows == [["category", "votes", "spellings"], ["'=1+1", "2", "'=1+1 | Uhren"]]


def test_the_page_shows_markup_as_text():
    page = categories_page(SHEET, [Category("<b>Uhr</b>", 1, ("<b>Uhr</b>",))], "de")
    assert "&lt;b&gt;Uhr&lt;/b&gt;" in page
    assert "<b>Uhr" not in page


def test_the_page_of_nothing_says_so():
    assert "There are no proposals yet." in categories_page(SHEET, [], "en")


def test_the_sheet_of_the_course_asks_for_one_written_list():
    sheet = Course(Path(__file__).parents[3]).load("lehreinheit10")
    assert [task.id for task in sheet.tasks if task.written] == ["0"]
