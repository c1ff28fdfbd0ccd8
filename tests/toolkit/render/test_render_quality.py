"""Item statistics say what textbooks say, and nothing where there is nothing to say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render_sample import SHEET

from autograder.records.model import Outcome, PartResult, Status, SubmissionResult
from autograder.render.quality import histogram, qualities
from autograder.render.standing import standings


def cohort(*shares):
    """One submission per list of shares, in the order of the sheet."""
    results = [
        SubmissionResult(
            f"muster-{n}",
            (),
            Status.DONE,
            tuple(
                PartResult(
                    task.id,
                    Outcome.WAITING if share is None else Outcome.RIGHT,
                    None if share is None else task.points * share,
                    task.points,
                )
                for task, share in zip(SHEET.tasks, own, strict=True)
            ),
        )
        for n, own in enumerate(shares)
    ]
    return standings(SHEET, results)


PARTS = len(SHEET.tasks)
GOOD, BAD = [1.0] * PARTS, [0.0] * PARTS


def test_a_part_that_the_good_solve_discriminates_and_its_reverse_does_not():
    reverse_good, reverse_bad = [0.0, *GOOD[1:]], [1.0, *BAD[1:]]
    stands = cohort(*[reverse_good] * 6, *[reverse_bad] * 6)
    first, second, *_ = qualities(SHEET, stands)
    assert first.discrimination == pytest.approx(-1)
    assert second.discrimination > 0.5
    assert first.solved == pytest.approx(0.5)


def test_few_submissions_or_equal_points_say_nothing():
    few = qualities(SHEET, cohort(GOOD, BAD))
    assert {(one.solved, one.discrimination) for one in few} == {(None, None)}
    alike = qualities(SHEET, cohort(*[GOOD] * 20))
    assert {(one.solved, one.discrimination) for one in alike} == {(1.0, None)}


def test_open_parts_are_left_out():
    waiting = [None, *GOOD[1:]]
    first, *_ = qualities(SHEET, cohort(*[waiting] * 20))
    assert first.solved is None


def test_a_histogram_counts_every_finished_submission_once():
    stands = cohort(GOOD, BAD, BAD, [None, *GOOD[1:]])
    bins = histogram(stands, SHEET.points)
    assert (bins[0].low, bins[-1].high) == (0, SHEET.points)
    assert (bins[0].count, bins[-1].count, sum(one.count for one in bins)) == (2, 1, 3)
    assert histogram((), SHEET.points) == ()


shares = st.lists(
    st.lists(st.none() | st.floats(0, 1), min_size=PARTS, max_size=PARTS), max_size=14
)


@given(shares)
def test_statistics_stay_in_their_range(own):
    stands = cohort(*own)
    for one in qualities(SHEET, stands):
        assert one.solved is None or -1e-9 <= one.solved <= 1 + 1e-9
        assert one.discrimination is None or abs(one.discrimination) <= 1 + 1e-9
    done = sum(stand.open == 0 for stand in stands)
    assert sum(one.count for one in histogram(stands, SHEET.points)) == done
