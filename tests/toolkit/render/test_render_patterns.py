"""What stands out in a cohort: found when it is there, silent when it is not."""

from render_sample import SYMPTOM

from autograder.records.model import (
    CheckResult,
    Evidence,
    Outcome,
    PartResult,
    Status,
    SubmissionResult,
    Usage,
)
from autograder.render.patterns import MAX_SHARING, Patterns, Surroundings

LONG = "def aufgabe_1a(x, w, b, s, o, sigma, dsigma):\n    return " + " + ".join(
    f"w[{n}] * dsigma(s[{n}])" for n in range(12)
)


def stand(name, *, message=None, found=None, answer=LONG, seconds=1.0, mib=50.0, right=False):
    outcome = Outcome.RIGHT if right else Outcome.WRONG
    check = CheckResult(
        *("check", outcome, 0.0, 2.0, SYMPTOM, message), evidence=Evidence(found=found)
    )
    part = PartResult("1a", outcome, 0.0, 2.0, answer=answer, checks=(check,))
    usage = Usage(seconds=seconds, memory_mib=mib)
    return SubmissionResult(name, (), Status.DONE, (part,), usage=usage)


def of(*results, **around):
    patterns = Patterns(Surroundings(**around))
    for result in results:
        patterns.add(result)
    return patterns


def test_a_mistake_that_several_make_is_counted_with_links():
    found = of(*(stand(f"m{n}", message=SYMPTOM) for n in range(7)), stand("r", right=True))
    (one,) = found.mistakes()
    assert (one.task, one.what, one.count) == ("1a", SYMPTOM, 7)
    assert one.submissions == ("m0", "m1", "m2", "m3", "m4")
    assert of(stand("m", message=SYMPTOM)).mistakes() == ()


def test_equal_wrong_values_without_a_message_are_one_unknown_mistake():
    found = of(*(stand(f"m{n}", found="0.25") for n in range(3)), stand("x", found="0.5"))
    (one,) = found.wrong_values()
    assert (one.what.de, one.count) == ("0.25", 3)
    assert of(*(stand(n, found="1", message=SYMPTOM) for n in "ab")).wrong_values() == ()


def test_a_submission_that_costs_far_more_than_most_stands_out():
    usual = [stand(f"m{n}", seconds=1 + n / 10, mib=50 + n) for n in range(9)]
    found = of(*usual, stand("lahm", seconds=30), stand("dick", mib=900))
    assert [one.submission for one in found.slowest()] == ["lahm"]
    assert [one.submission for one in found.largest()] == ["dick"]
    assert of(*usual).slowest() == ()
    assert of(*usual[:2]).slowest() == ()


def test_equal_answers_are_found_under_other_spacing_and_comments():
    other = LONG.replace("+", "  +  ") + "  # meine Lösung\n"
    (one,) = of(stand("a"), stand("b", answer=other), stand("c", answer="anders" * 30)).alike()
    assert (one.first, one.second, one.tasks) == ("a", "b", ("1a",))


def test_short_answers_and_what_everybody_has_are_no_hint():
    assert of(stand("a", answer="return 0"), stand("b", answer="return 0")).alike() == ()
    assert of(*(stand(f"m{n}") for n in range(20))).alike() == ()
    untouched = PartResult("1a", Outcome.UNTOUCHED, 0.0, 2.0, answer=LONG)
    same = [SubmissionResult(name, (), Status.DONE, (untouched,)) for name in "ab"]
    assert of(*same).alike() == ()


def test_a_group_that_hands_in_the_same_is_no_hint_but_two_groups_are():
    same = [stand(name) for name in "abcd"]
    circles = {"a": {"Gruppe 1"}, "b": {"Gruppe 1"}, "c": {"Gruppe 2"}, "d": {"Gruppe 2"}}
    (one,) = of(*same, circles=circles).alike()
    assert (one.first, one.second) == ("a", "c")
    assert of(*same[:2], circles=circles).alike() == ()
    assert of(*same[:2], circles={"a": {"anna"}, "b": {"anna"}}).alike() == ()  # two uploads
    assert len(of(*same[:2], circles={"a": {"anna"}}).alike()) == 1


def test_a_large_group_is_one_owner():
    many = [stand(f"m{n:02}") for n in range(2 * MAX_SHARING)]
    circles = {one.submission: {"Gruppe 1"} for one in many}
    (one,) = of(*many, stand("x"), circles=circles).alike()
    assert (one.first, one.second) == ("m00", "x")


def test_what_stands_in_the_reference_is_the_expected_answer():
    reference = f"# %% antwort-1a\n# LÖSUNG\n{LONG}\n"
    assert of(stand("a"), stand("b"), reference=reference).alike() == ()
    assert len(of(stand("a"), stand("b"), reference=reference[:80]).alike()) == 1
