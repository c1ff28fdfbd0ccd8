from render_sample import SHEET, cohort, submission

from autograder.records.model import Outcome
from autograder.render.standing import standings
from autograder.render.statistics import statistics
from autograder.render.words import Tone


def of(task, *results):
    parts = statistics(SHEET, standings(SHEET, results))
    return next(part for part in parts if part.task.id == task)


def test_right_consistent_partly_wrong_and_open_are_counted_apart():
    part = of(
        "3c",
        submission("a", {}),
        submission("b", {"3c": Outcome.WRONG}),
        submission("c", {"3c": Outcome.UNTOUCHED}),
        submission("d", {"3c": Outcome.NOT_FOUND}),
        submission("e", {"3c": Outcome.NOT_GRADED}),
    )
    assert (part.counts[Tone.RIGHT], part.counts[Tone.PARTLY]) == (1, 1)
    assert (part.counts[Tone.BLANK], part.open, part.size) == (1, 2, 5)


def test_the_mean_is_over_decided_parts_only():
    open_one = submission("c", {"1a": Outcome.NOT_FOUND})
    part = of("1a", submission("a", {}), submission("b", {"1a": Outcome.WRONG}), open_one)
    assert part.mean == 1.0


def test_a_part_that_nobody_decided_has_no_mean():
    assert of("1b", submission("a", {})).mean is None
    assert of("1b").mean is None


def test_counts_of_every_part_add_up_to_the_cohort():
    stands = standings(SHEET, cohort(50))
    assert {part.size for part in statistics(SHEET, stands)} == {50}
