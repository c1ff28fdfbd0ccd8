"""Proposals as students write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.categories.reading import (
    ANSWER_CHARACTERS,
    PROPOSAL_CHARACTERS,
    PROPOSALS,
    proposals,
    spelling,
)


@pytest.mark.parametrize(
    "answer",
    [
        "### Antwort 0\n\n1. Vulkane\n2. Uhren\n3. Gärten",
        "### Antwort 0\n\n- Vulkane\n- Uhren\n- Gärten",
        "Meine Vorschläge:\n* **Vulkane**\n* *Uhren*\n* `Gärten`",
        "1) Vulkane\n2) Uhren\n3) Gärten.",
        "a) Vulkane\nb) Uhren\nc) Gärten",
        "### Answer 0\nVulkane\n\nUhren\n\nGärten",
        "Vulkane, Uhren; Gärten",
        "- Vulkane\n- Uhren\n-\n- …\n- Gärten\n\n<!-- - Notiz -->",
        "- Vul\u200bkane\n-  Uhren \n- Gärten\x07",
    ],
)
def test_every_usual_list_is_read(answer):
    assert proposals(answer) == ("Vulkane", "Uhren", "Gärten")


@pytest.mark.parametrize(
    "answer", ["", "### Antwort 0\n\n*Ihre Antwort*", "1.\n2.\n3.", "???\n---"]
)
def test_what_says_nothing_is_no_proposal(answer):
    assert proposals(answer) == ()


def test_repeated_proposals_stay_for_the_check_to_see():
    assert proposals("- Uhren\n- uhren") == ("Uhren", "uhren")


@pytest.mark.parametrize(
    ("first", "second"),
    [("Gärten", "gaerten"), ("Große  Uhr!", "grosse uhr"), ("AI-Art", "ai art")],
)
def test_spellings_that_mean_the_same_agree(first, second):
    assert spelling(first) == spelling(second)


def test_long_answers_and_proposals_are_cut():
    assert len(proposals("- " + "x" * 3_000)[0]) == PROPOSAL_CHARACTERS
    assert len(proposals("\n".join(f"- Uhr {n}" for n in range(99)))) == PROPOSALS
    assert proposals("\n" * ANSWER_CHARACTERS + "- zu spät") == ()


@given(st.text(max_size=300))
def test_any_text_gives_short_single_lines_with_a_word(answer):
    for one in proposals(answer):
        assert spelling(one)
        assert len(one) <= PROPOSAL_CHARACTERS
        assert len(one.splitlines()) == 1
