import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.intake.mathspans import last_formula, spans


@pytest.mark.parametrize(
    ("markdown", "formula"),
    [
        ("### Antwort 2b\n\n$$\nn \\sigma^2\n$$", "n \\sigma^2"),
        ("$$a$$ also $$b$$", "b"),
        ("$$a$$ und $c$", "a"),
        ("\\[ a \\]", "a"),
        ("\\\\[ a \\\\]", "a"),
        ("\\begin{align*} a &= b \\\\[2pt] &= c \\end{align*}", "a &= b \\\\[2pt] &= c"),
        ("$$ a \\\\[2pt] b $$", "a \\\\[2pt] b"),
        ("erst $a$, dann $b_1$.", "b_1"),
        ("\\( a \\)", "a"),
        ("kostet 5\\$ und $a$", "a"),
        ("$$x$$ `$$code$$`", "x"),
        ("$a$ \n```\n$$code$$\n```\n", "a"),
        ("offen $$ a\n\n$$b$$", "b"),
        ("ein $ allein\n\nund $$c$$", "c"),
        ("$ $$d$$", "d"),
    ],
)
def test_the_last_display_formula_counts_else_the_last_inline_one(markdown, formula):
    assert last_formula(markdown) == formula


@pytest.mark.parametrize(
    "markdown", ["", "0", "$$", "$$ $$", "$", "5 $", "\\$a\\$", "`$a$`", "\\[ a", "a $$ b\n\nc"]
)
def test_without_a_closed_formula_there_is_none(markdown):
    assert last_formula(markdown) is None


@given(st.lists(st.sampled_from(["$", "$$", "\\[", "\\]", "\\(", "`", "```", "\n\n", "a", "\\\\"])))
def test_formulas_never_overlap_and_lie_in_the_text(tokens):
    text = "".join(tokens)
    end = 0
    for span in spans(text):
        assert end <= span.start < span.end <= len(text)
        assert span.latex in text[span.start : span.end]
        end = span.end


@pytest.mark.parametrize("piece", ["$", "$$", "\\[", "\\(", "`", "```", "\\begin{align}", "$\n\n"])
def test_a_million_unclosed_formulas_are_read_in_one_pass(piece):
    spans(piece * (1_000_000 // len(piece)))
