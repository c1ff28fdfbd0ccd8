"""What is shown of a student's text acts on nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.render.safe import BLOCK_CHARS
from autograder.review import markup

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](http://evil.invalid/a.png)",
    "<http://evil.invalid>",
    '<div hx-get="/x" hx-trigger="load">',
    "<style>*{display:none}</style>",
    '<form action="/mark"><button>',
    "$<img src=x onerror=alert(1)>$",
    "`<svg onload=alert(1)>`",
    "```html\n<script>alert(1)</script>\n```",
    "<iframe srcdoc='<script>'>",
    "[a]: javascript:alert(1)\n[a]",
    "\ue0000\ue001",
]
ALLOWED = re.compile(
    r"</?(?:p|br|hr|h\d|em|strong|s|code|pre|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|span"
    r"|div)(?: (?:colspan|rowspan)=\"[^\"<>]*\")*"
    r"(?: class=\"(?:tex|tex display|code|[a-z0-9]{1,3})\")? ?/?>"
)


def tags(html: str) -> list[str]:
    return re.findall(r"<[^>]*>", html)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markdown_becomes_text(text):
    for shown in (markup.markdown(text), markup.code(text), markup.verbatim(text)):
        assert all(ALLOWED.fullmatch(tag) for tag in tags(shown)), shown


@given(st.text(st.sampled_from("<>$`*[]()!\\\n ab\"'=&;#|-_{}^\ue000\ue0010"), max_size=120))
def test_no_text_makes_a_tag_of_its_own(text):
    for shown in (markup.markdown(text), markup.latex(text)):
        assert all(ALLOWED.fullmatch(tag) for tag in tags(shown)), shown


def test_formulas_reach_the_browser_as_latex():
    shown = markup.markdown("Es gilt $V = n \\sigma^2$ und\n\n$$a < b_1 * c_1$$")
    assert '<span class="tex">V = n \\sigma^2</span>' in shown
    assert '<span class="tex display">a &lt; b_1 * c_1</span>' in shown


def test_markdown_keeps_its_form():
    shown = markup.markdown("# Titel\n\n- eins\n- **zwei**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert "<h3>" in shown
    assert "<strong>zwei</strong>" in shown
    assert "<td>1</td>" in shown


def test_a_huge_formula_is_shown_as_its_source():
    assert markup.latex("x" * (markup.FORMULA_CHARS + 1)).startswith("<code>")
    assert markup.latex("x" * markup.FORMULA_CHARS).startswith("<span")


def test_code_is_coloured_and_cut():
    assert 'class="k"' in markup.code("def f(x): return x")
    assert len(markup.code("#" * 10 * BLOCK_CHARS)) < 2 * BLOCK_CHARS


def test_where_no_script_runs_formulas_are_mathml():
    shown = markup.markdown("Es gilt $n \\sigma^2$.", mathml=True)
    assert "<math" in shown
    assert "tex" not in shown.replace("context", "")
